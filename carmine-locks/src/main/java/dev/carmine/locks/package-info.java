/** Distributed locks that say what they guarantee: leases, fencing tokens and a signal when a lock is lost. */
@NullMarked
package dev.carmine.locks;

import org.jspecify.annotations.NullMarked;

/**
 * The client while its server fails: killed, frozen, full, loading, busy, or out of reach. What holds throughout is
 * checked by a {@link dev.carmine.it.chaos.Load} of callers who know what they have written.
 */
@NullMarked
package dev.carmine.it.chaos;

import org.jspecify.annotations.NullMarked;

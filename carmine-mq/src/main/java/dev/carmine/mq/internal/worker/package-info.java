/**
 * The engine of a worker: it leases messages, has them handled, renews their leases meanwhile and settles them, in as few
 * round trips as it can. It knows nothing of bodies and handlers; those are behind {@code Work}.
 */
@NullMarked
package dev.carmine.mq.internal.worker;

import org.jspecify.annotations.NullMarked;

/** A worker's engine that writes a history, in the engine's package, because the link to the server is closed to others. */
@NullMarked
package dev.carmine.mq.internal.worker;

import org.jspecify.annotations.NullMarked;

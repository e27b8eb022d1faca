/** A way for the harness from a message to its handler, in the package of the queue, because the classes between are closed. */
@NullMarked
package dev.carmine.mq;

import org.jspecify.annotations.NullMarked;

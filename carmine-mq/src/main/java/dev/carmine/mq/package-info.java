/** A durable message queue: messages are handled at least once, survive crashes, and are never lost in silence. */
@NullMarked
package dev.carmine.mq;

import org.jspecify.annotations.NullMarked;

/** The message queue on real servers. */
@NullMarked
package dev.carmine.it.mq;

import org.jspecify.annotations.NullMarked;

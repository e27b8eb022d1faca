/** The queue's side of the server: its keys, scripts and their calls, and the form in which messages are stored. */
@NullMarked
package dev.carmine.mq.internal;

import org.jspecify.annotations.NullMarked;

/**
 * The least of a wire protocol that the harness needs, independent of the code it tests:
 * {@link dev.carmine.it.wire.RawConnection} talks to a server, {@link dev.carmine.it.wire.CommandParser} reads what a
 * client sends, {@link dev.carmine.it.wire.RespBytes} spells replies, {@link dev.carmine.it.wire.Listener} accepts a
 * {@link dev.carmine.it.wire.Connection} over any {@link dev.carmine.it.wire.Transport}, and
 * {@link dev.carmine.it.wire.Tally} is a number that tests wait for.
 */
@NullMarked
package dev.carmine.it.wire;

import org.jspecify.annotations.NullMarked;

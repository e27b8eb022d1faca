/**
 * The least of a wire protocol that the harness needs, independent of the code it tests:
 * {@link dev.carmine.it.wire.RawConnection} talks to a server, {@link dev.carmine.it.wire.CommandParser} reads what a
 * client sends, {@link dev.carmine.it.wire.RespBytes} spells replies, and {@link dev.carmine.it.wire.Ports} finds
 * free ports.
 */
@NullMarked
package dev.carmine.it.wire;

import org.jspecify.annotations.NullMarked;

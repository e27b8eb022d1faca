/**
 * Each typed command on a real server, through each of its {@linkplain dev.carmine.it.command.Face faces} and on both
 * versions of the protocol, with the same result everywhere; see {@link dev.carmine.it.command.CommandContract}.
 */
@NullMarked
package dev.carmine.it.command;

import org.jspecify.annotations.NullMarked;

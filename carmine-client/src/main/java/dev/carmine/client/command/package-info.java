/**
 * The commands. A factory such as {@code Strings.get("k")} makes a {@link dev.carmine.client.Command}; there is one
 * class of factories for each data type, named after it, and {@link dev.carmine.client.command.Commands} has them all.
 * The methods of the client, of its asynchronous face and of pipelines are generated from the factories and have their
 * names and comments.
 *
 * <ul>
 *   <li>A method carries the command's own word in small letters, {@code hgetall}; a subcommand is joined to it,
 *       {@code configGet}.
 *   <li>Keys and fields are text, sent as UTF-8. Keys of other bytes are for {@code Command.of(...).key(byte[])}.
 *   <li>Values are {@link java.lang.Object}: {@link java.lang.CharSequence} and numbers are sent as text, {@code byte[]}
 *       as it is. A {@code double} is written in the shortest form that reads back as the same number, {@code 3} for 3.0
 *       and {@code inf}; {@link java.math.BigDecimal} as its {@code toString}. NaN and everything else is refused.
 *   <li>Times are {@link java.time.Duration} and {@link java.time.Instant}. What is finer than a millisecond is rounded
 *       up; a command that counts seconds refuses what is finer than those, and names its sibling.
 *   <li>Replies are the same in Java whether the server speaks RESP2 or RESP3. Nil is null, and the type says so where
 *       that can be. A command that only ever succeeds gives the server's {@code OK} as text; one that may decline gives
 *       {@code boolean}. Text that is not UTF-8 loses what is malformed: use {@code asBytes()}.
 *   <li>Collections belong to the caller, keep the order of the reply, and are empty where a missing key is like an
 *       empty one.
 * </ul>
 */
@NullMarked
package dev.carmine.client.command;

import org.jspecify.annotations.NullMarked;

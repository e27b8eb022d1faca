/**
 * What a command is made of: its {@link dev.carmine.client.internal.command.CommandSpec} with name and flags, and its
 * words, encoded at once into an {@link dev.carmine.client.internal.command.EncodedCommand}. The factories of
 * {@code dev.carmine.client.command} build on this and carry the annotations from which the generator makes
 * {@code CommandTable}.
 */
@NullMarked
package dev.carmine.client.internal.command;

import org.jspecify.annotations.NullMarked;

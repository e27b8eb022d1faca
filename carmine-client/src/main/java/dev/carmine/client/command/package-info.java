/** The commands. */
@NullMarked
package dev.carmine.client.command;

import org.jspecify.annotations.NullMarked;

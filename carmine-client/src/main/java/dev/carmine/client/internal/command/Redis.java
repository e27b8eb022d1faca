package dev.carmine.client.internal.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a factory of commands: a public static method that returns a {@code Command}. The generator makes from it a
 * method of every face, and a constant of {@code CommandTable} named after the command.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Redis {
    /**
     * The command's name in capitals, with its subcommand if there is one: {@code "CONFIG GET"}.
     *
     * @return the words that the factory's commands begin with
     */
    String value();
}

package dev.carmine.client.internal.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Beside {@link Redis}: the server may hold back the reply. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Blocks {
    /**
     * Where the timeout stands among the command's words.
     *
     * @return any but {@link Blocking#NEVER}
     */
    Blocking value();
}

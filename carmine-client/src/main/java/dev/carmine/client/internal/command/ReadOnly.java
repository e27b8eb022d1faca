package dev.carmine.client.internal.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Beside {@link Redis}: the server flags the command {@code readonly}, so it may be repeated. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface ReadOnly {}

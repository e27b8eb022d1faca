package dev.carmine.client.internal.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks, in the result of a factory, the text that is a stored value rather than a key, a field or the server's own
 * word. The generated faces read it as whatever type they are asked for; the factory itself reads it as text. The
 * decoder of such a factory must be one that knows its {@code Shape}.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE_USE)
public @interface Stored {}

/**
 * Stress tests of what threads share in the engine: they let two of them meet in every order that the JVM and the
 * processor allow, and know all outcomes that may be seen. In the engine's package, because its classes are closed to
 * others.
 */
@NullMarked
package dev.carmine.client.internal.wire;

import org.jspecify.annotations.NullMarked;

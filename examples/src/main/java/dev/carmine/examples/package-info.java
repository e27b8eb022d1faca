/**
 * Programs to run and to learn from: {@link dev.carmine.examples.Demonstration} shows the client on a Redis of its own,
 * {@link dev.carmine.examples.Quickstart} is the README's first example.
 */
@NullMarked
package dev.carmine.examples;

import org.jspecify.annotations.NullMarked;

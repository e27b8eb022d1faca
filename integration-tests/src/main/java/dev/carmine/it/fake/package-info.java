/**
 * A server that does what a test tells it: {@link dev.carmine.it.fake.FakeServer} reads real commands and answers them
 * by a script, rightly, wrongly, in pieces, late or never.
 */
@NullMarked
package dev.carmine.it.fake;

import org.jspecify.annotations.NullMarked;

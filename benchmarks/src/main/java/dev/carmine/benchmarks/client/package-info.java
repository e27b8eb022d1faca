/**
 * The clients under comparison behind one interface, each configured as its own manual advises for best results.
 */
@NullMarked
package dev.carmine.benchmarks.client;

import org.jspecify.annotations.NullMarked;

/**
 * Carmine's queue beside another: what is done, by whom, what is measured of it, what is required, and the table.
 */
@NullMarked
package dev.carmine.benchmarks.queue;

import org.jspecify.annotations.NullMarked;

/**
 * What is measured: the calls, who makes them, over which route, and the data that they find.
 */
@NullMarked
package dev.carmine.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;

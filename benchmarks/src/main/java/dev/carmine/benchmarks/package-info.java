/**
 * Whole-client comparison of Carmine with Jedis, Lettuce and Redisson: the commands that run it and print its tables.
 * Nothing here is published.
 */
@NullMarked
package dev.carmine.benchmarks;

import org.jspecify.annotations.NullMarked;

/**
 * What a comparison needs of the machine: a server, a proxy that delays, child processes, and a description of it all.
 */
@NullMarked
package dev.carmine.benchmarks.host;

import org.jspecify.annotations.NullMarked;

/**
 * JMH benchmarks of the protocol's parts: encoder, scanner and decoder.
 */
@NullMarked
package dev.carmine.benchmarks.micro;

import org.jspecify.annotations.NullMarked;

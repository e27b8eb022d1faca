/**
 * Processes that tests start: {@link dev.carmine.it.process.GuardedProcess} dies with the JVM however that ends,
 * {@link dev.carmine.it.process.ChildJvm} runs a main class in a JVM of its own, and
 * {@link dev.carmine.it.process.WorkFolder} is the one temporary folder of this JVM.
 */
@NullMarked
package dev.carmine.it.process;

import org.jspecify.annotations.NullMarked;

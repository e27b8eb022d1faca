/**
 * How it is measured: one client in one scenario in one process, warmed up and then watched for a while.
 */
@NullMarked
package dev.carmine.benchmarks.trial;

import org.jspecify.annotations.NullMarked;

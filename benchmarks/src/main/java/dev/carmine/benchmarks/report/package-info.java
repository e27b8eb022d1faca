/**
 * What came of it: the file of results, medians and quartiles, ratios, requirements, and the Markdown that shows them.
 */
@NullMarked
package dev.carmine.benchmarks.report;

import org.jspecify.annotations.NullMarked;

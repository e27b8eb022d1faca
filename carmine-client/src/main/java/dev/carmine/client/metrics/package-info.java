/** The seam through which a client can be watched: {@link dev.carmine.client.metrics.ClientObserver}. */
@NullMarked
package dev.carmine.client.metrics;

import org.jspecify.annotations.NullMarked;

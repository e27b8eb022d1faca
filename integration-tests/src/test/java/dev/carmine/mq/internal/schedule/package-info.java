/** Schedules that are attended to step by step, in their own package, because the calls to the server are closed to others. */
@NullMarked
package dev.carmine.mq.internal.schedule;

import org.jspecify.annotations.NullMarked;

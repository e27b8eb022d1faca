/**
 * Recurring messages: how a schedule is written on the server, which ticks it has, and what is done when one is due. The
 * server keeps the next tick and lends a due schedule to one worker at a time; ticks are computed here, from the definition
 * and the tick that are stored, and from no clock but the server's.
 */
@NullMarked
package dev.carmine.mq.internal.schedule;

import org.jspecify.annotations.NullMarked;

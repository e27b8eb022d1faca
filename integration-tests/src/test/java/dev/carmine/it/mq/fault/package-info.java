/**
 * The message queue under faults. Producers and workers are processes of their own, each of which writes down what it asks
 * of several queues ({@link dev.carmine.it.mq.fault.TestedQueue}) and what it is told
 * ({@link dev.carmine.it.mq.fault.HistoryFile}). They are killed and frozen, their connections cut,
 * slowed and silenced, the server killed and frozen. Then {@link dev.carmine.it.mq.fault.Checker} compares the history of
 * each queue, and the queue as it was left, with what queues promise. What nobody can know, since a process died or a
 * reply was lost, may be either way.
 */
@NullMarked
package dev.carmine.it.mq.fault;

import org.jspecify.annotations.NullMarked;

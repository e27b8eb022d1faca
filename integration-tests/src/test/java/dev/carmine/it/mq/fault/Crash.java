package dev.carmine.it.mq.fault;

/**
 * The end of a process in the middle of a message.
 *
 * @param id of the message
 */
record Crash(String id, long at) {}

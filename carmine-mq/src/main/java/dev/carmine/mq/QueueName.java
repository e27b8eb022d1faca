package dev.carmine.mq;

import org.jspecify.annotations.Nullable;

/**
 * What a queue is called on the server.
 *
 * @param name the name
 * @param slot what it shares a slot by, or null; see {@link QueueOptions.Builder#slot}
 */
public record QueueName(String name, @Nullable String slot) {}

package dev.carmine.client.internal.pubsub;

/**
 * A message that has come. Never compared.
 *
 * @param topic by which it came
 * @param channel where it was published
 * @param bytes of the receiver alone
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once
record Message(Topic topic, String channel, byte[] bytes) {}

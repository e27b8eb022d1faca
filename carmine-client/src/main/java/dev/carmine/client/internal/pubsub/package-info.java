/**
 * Publish/subscribe: what is wanted, what the server has confirmed, and how messages come to their handlers, each
 * subscription with a bounded queue of its own; and {@code MONITOR}, which is listened to in the same way.
 */
@NullMarked
package dev.carmine.client.internal.pubsub;

import org.jspecify.annotations.NullMarked;

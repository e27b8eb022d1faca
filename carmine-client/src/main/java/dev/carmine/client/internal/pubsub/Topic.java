package dev.carmine.client.internal.pubsub;

import java.nio.charset.StandardCharsets;

/**
 * What can be listened to.
 *
 * @param kind what sort of thing
 * @param name as the server spells it in messages
 */
public record Topic(Kind kind, String name) {

    /** The kinds, with the commands that begin and end them. */
    public enum Kind {
        /** A channel. */
        CHANNEL("SUBSCRIBE", "UNSUBSCRIBE"),
        /** A pattern of channels. */
        PATTERN("PSUBSCRIBE", "PUNSUBSCRIBE"),
        /** A channel of one shard; Redis 7.0. */
        SHARD("SSUBSCRIBE", "SUNSUBSCRIBE"),
        /** All commands that the server runs; there is one such topic. */
        MONITOR("MONITOR", "RESET");

        private final String beginning;
        private final String ending;

        Kind(String beginning, String ending) {
            this.beginning = beginning;
            this.ending = ending;
        }

        /** The command that has the server send it. */
        public String beginning() {
            return beginning;
        }

        /** The command that has the server send it no more. */
        String ending() {
            return ending;
        }
    }

    /**
     * A topic that a user has named.
     *
     * @throws IllegalArgumentException if the name cannot be written in UTF-8, so that no answer would be about it
     */
    public static Topic named(Kind kind, String name) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException(
                    "the name of a channel or pattern must be text, but has half of a surrogate pair");
        }
        return new Topic(kind, name);
    }
}

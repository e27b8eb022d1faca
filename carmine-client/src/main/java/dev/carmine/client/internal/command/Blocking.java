package dev.carmine.client.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Whether commands of a name block, and where among their words the timeout stands. */
public enum Blocking {
    /** The server answers at once. */
    NEVER {
        @Override
        long nanos(List<String> words) {
            return 0;
        }
    },
    /** Seconds are the last word, as in {@code BLPOP key timeout}. */
    SECONDS_LAST {
        @Override
        long nanos(List<String> words) {
            return timeout(words, words.size() - 1, TimeUnit.SECONDS);
        }
    },
    /** Seconds are the first word after the name, as in {@code BLMPOP timeout numkeys key LEFT}. */
    SECONDS_FIRST {
        @Override
        long nanos(List<String> words) {
            return timeout(words, 1, TimeUnit.SECONDS);
        }
    },
    /** Seconds are the fifth word after the name, as in {@code BLMOVEM source destination LEFT RIGHT timeout}. */
    SECONDS_FIFTH {
        @Override
        long nanos(List<String> words) {
            return timeout(words, 5, TimeUnit.SECONDS);
        }
    },
    /** Milliseconds are the last word, as in {@code WAIT numreplicas timeout}. */
    MILLIS_LAST {
        @Override
        long nanos(List<String> words) {
            return timeout(words, words.size() - 1, TimeUnit.MILLISECONDS);
        }
    },
    /** Milliseconds follow the word BLOCK; without it the command does not block. As in {@code XREAD}. */
    MILLIS_AFTER_BLOCK {
        @Override
        long nanos(List<String> words) {
            int i = 1;
            while (i < words.size()) {
                switch (words.get(i).toUpperCase(Locale.ROOT)) {
                    case "BLOCK" -> {
                        return timeout(words, i + 1, TimeUnit.MILLISECONDS);
                    }
                    case "GROUP" -> i += 3; // the names of group and consumer may be any word, BLOCK included
                    case "COUNT" -> i += 2;
                    case "STREAMS" -> i = words.size(); // keys and ids follow
                    default -> i++;
                }
            }
            return 0;
        }
    },
    /**
     * Milliseconds follow the word TIMEOUT before the last, as in {@code CLUSTER SETSLOT slot STABLE TIMEOUT timeout};
     * without it, or for zero, the server waits for two seconds.
     */
    MILLIS_AFTER_TIMEOUT {
        @Override
        long nanos(List<String> words) {
            int last = words.size() - 1;
            boolean given = words.get(last - 1).equalsIgnoreCase("TIMEOUT")
                    && !words.get(last).equals("0");
            return given ? timeout(words, last, TimeUnit.MILLISECONDS) : TimeUnit.SECONDS.toNanos(2);
        }
    };

    /**
     * How long the server may hold back the reply to a command.
     *
     * @param command the encoded command
     * @return nanoseconds; 0 if it does not block, {@link Long#MAX_VALUE} if it may block for ever
     */
    final long nanos(byte[] command) {
        return this == NEVER ? 0 : nanos(EncodedWords.textsOf(command));
    }

    abstract long nanos(List<String> words);

    /**
     * The timeout at a position. Zero means for ever. What we cannot read counts as for ever too: either the server
     * refuses it at once, or it understands the word in a way we do not.
     */
    private static long timeout(List<String> words, int position, TimeUnit unit) {
        try {
            double nanos = Double.parseDouble(words.get(position)) * unit.toNanos(1);
            return nanos > 0 && nanos < Long.MAX_VALUE ? (long) Math.ceil(nanos) : Long.MAX_VALUE;
        } catch (NumberFormatException | IndexOutOfBoundsException unreadable) {
            return Long.MAX_VALUE;
        }
    }
}

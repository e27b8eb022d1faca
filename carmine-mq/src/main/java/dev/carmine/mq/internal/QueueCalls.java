package dev.carmine.mq.internal;

import dev.carmine.client.Command;
import dev.carmine.mq.CancelResult;
import dev.carmine.mq.EnqueueStatus;
import dev.carmine.mq.MessageStatus;
import dev.carmine.mq.QueueStats;
import dev.carmine.mq.RedriveResult;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The commands that run the scripts of one queue. What may be executed twice is marked so. Immutable.
 *
 * @param keys of the queue
 * @param scripts which clock they read
 */
public record QueueCalls(QueueKeys keys, QueueScripts scripts) {
    /** So many ids or messages a call at most. */
    static final int SLICE = 256;

    private static final int TOKEN_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Command<@Nullable Object> command(QueueScript script, Collection<?> args) {
        return scripts.get(script).on(keys.all(), args.toArray());
    }

    /**
     * Enqueues messages. The call has a token, by which the server knows it again: run a second time within a minute it
     * gives the first answer and does nothing.
     */
    Command<List<EnqueueStatus>> enqueue(Collection<? extends Parcel<?>> parcels) {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        List<Object> args = new ArrayList<>(1 + 3 * parcels.size());
        args.add(token);
        for (Parcel<?> parcel : parcels) {
            args.add(parcel.id());
            args.add(parcel.envelope());
            args.add(parcel.options());
        }
        return command(QueueScript.ENQUEUE, args)
                .asText()
                .map(reply -> Replies.letters(reply, QueueCalls::enqueued))
                .retryable();
    }

    /**
     * What became of an enqueue.
     *
     * @param letter as scripts reply it
     * @return its meaning
     */
    public static EnqueueStatus enqueued(int letter) {
        return switch (letter) {
            case 'a' -> EnqueueStatus.ADDED;
            case 'u' -> EnqueueStatus.UPDATED;
            case 'r' -> EnqueueStatus.REQUEUED;
            case 'q' -> EnqueueStatus.ALREADY_QUEUED;
            case 'l' -> EnqueueStatus.LOCKED;
            case 'd' -> EnqueueStatus.DEDUPLICATED;
            default -> throw Replies.unknown("enqueued " + (char) letter);
        };
    }

    Command<List<CancelResult>> cancel(List<String> ids) {
        return command(QueueScript.CANCEL, ids).asText().map(reply -> Replies.letters(reply, QueueCalls::cancelled));
    }

    private static CancelResult cancelled(int letter) {
        return switch (letter) {
            case 'c' -> CancelResult.CANCELLED;
            case 'p' -> CancelResult.CANCELLING;
            case 'n' -> CancelResult.NOT_FOUND;
            default -> throw Replies.unknown("cancelled " + (char) letter);
        };
    }

    Command<List<MessageStatus>> status(List<String> ids) {
        return command(QueueScript.STATUS, ids)
                .asBinary()
                .map(reply -> Replies.statuses(ids, reply))
                .retryable();
    }

    /**
     * Asks for the result of a message, and has its end published if it is on its way.
     *
     * @param id the message
     * @param wait for how long somebody waits
     * @return what there is
     */
    public Command<ResultReply> result(String id, Duration wait) {
        return command(QueueScript.RESULT, List.of(id, Math.max(1, wait.toMillis())))
                .asBinary()
                .map(ResultReply::of)
                .retryable();
    }

    /**
     * What became of a message whose result is asked for.
     *
     * @param kind whether there is a result
     * @param content the encoded result, or why the message is dead as text; else empty
     */
    public record ResultReply(
            Kind kind,
            @SuppressWarnings("ArrayRecordComponent") byte[] content) {
        /** Whether there is a result. */
        public enum Kind {
            RESULT,
            DEAD,
            ON_ITS_WAY,
            NONE
        }

        private static ResultReply of(@Nullable Object reply) {
            List<?> both = (List<?>) Objects.requireNonNull(reply);
            return new ResultReply(kind(both.get(0)), (byte[]) both.get(1));
        }

        private static Kind kind(Object letter) {
            String word = new String((byte[]) letter, StandardCharsets.UTF_8);
            return switch (word) {
                case "r" -> Kind.RESULT;
                case "x" -> Kind.DEAD;
                case "w" -> Kind.ON_ITS_WAY;
                case "n" -> Kind.NONE;
                default -> throw Replies.unknown("result " + word);
            };
        }

        /**
         * Whether it may have a result later.
         *
         * @return true if the message is still there
         */
        public boolean isOnItsWay() {
            return kind == Kind.ON_ITS_WAY;
        }

        /**
         * The content as text.
         *
         * @return why the message is dead
         */
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    Command<List<FoundMessage>> list(char state, int offset, int count, int mostBytes) {
        return command(QueueScript.LIST, List.of(String.valueOf(state), offset, count, mostBytes))
                .asBinary()
                .map(Replies::found)
                .retryable();
    }

    Command<List<RedriveResult>> redrive(List<String> ids) {
        return redriven(ids);
    }

    Command<List<RedriveResult>> redriveOldest(int count, int passedBy) {
        return redriven(List.of("*", count, passedBy));
    }

    private Command<List<RedriveResult>> redriven(List<?> args) {
        return command(QueueScript.REDRIVE, args).asText().map(reply -> Replies.letters(reply, QueueCalls::redriven));
    }

    private static RedriveResult redriven(int letter) {
        return switch (letter) {
            case 'r' -> RedriveResult.REDRIVEN;
            case 'l' -> RedriveResult.REFUSED;
            case 'n' -> RedriveResult.NOT_FOUND;
            default -> throw Replies.unknown("redriven " + (char) letter);
        };
    }

    Command<Integer> purge(List<String> ids) {
        return number(command(QueueScript.PURGE, ids));
    }

    Command<Integer> purgeOldest(int count) {
        return number(command(QueueScript.PURGE, List.of("*", count)));
    }

    Command<Integer> clear() {
        return number(command(QueueScript.CLEAR, List.of()));
    }

    private static Command<Integer> number(Command<?> command) {
        return command.asLong().map(number -> Math.toIntExact(Objects.requireNonNull(number)));
    }

    /** Changes settings; an empty value removes one. Gives all that are set. */
    Command<Map<String, @Nullable String>> configure(Map<String, String> settings) {
        List<String> args = new ArrayList<>(2 * settings.size());
        settings.forEach((field, value) -> {
            args.add(field);
            args.add(value);
        });
        return command(QueueScript.CONFIGURE, args)
                .asMap()
                .map(reply -> Objects.requireNonNull(reply))
                .retryable();
    }

    Command<QueueStats> stats() {
        return command(QueueScript.STATS, List.of()).asMap().map(Replies::stats).retryable();
    }

    /** Findings, or the number of messages if there are more than so many. */
    Command<@Nullable Object> check(int most) {
        return command(QueueScript.FSCK, List.of(most)).asBinary().retryable();
    }
}

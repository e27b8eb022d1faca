package dev.carmine.mq.internal;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.client.Outcome;
import dev.carmine.mq.EnqueueResult;
import dev.carmine.mq.EnqueueStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends messages to one queue. Thread-safe. */
public final class Enqueuer {
    /** As long as the server remembers a call at least: none may be sent again after that. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private static final Duration SHORTEST_CALL = Duration.ofMillis(1);

    private static final int SLICE_BYTES = 1 << 20;

    private final Carmine redis;
    private final QueueCalls calls;

    /**
     * Prepares it.
     *
     * @param redis where the queue is
     * @param calls of the queue
     */
    public Enqueuer(Carmine redis, QueueCalls calls) {
        this.redis = redis.timeout().compareTo(LONGEST_CALL) > 0 ? redis.withTimeout(LONGEST_CALL) : redis;
        this.calls = calls;
    }

    /**
     * Enqueues a message.
     *
     * @param parcel the message
     * @return what became of it
     */
    public EnqueueResult enqueue(Parcel<?> parcel) {
        return redis.call(command(parcel));
    }

    /**
     * Begins to enqueue a message.
     *
     * @param parcel the message
     * @return what becomes of it
     */
    public CompletableFuture<EnqueueResult> enqueueAsync(Parcel<?> parcel) {
        return redis.async().callAsync(command(parcel));
    }

    /**
     * The command that enqueues a message, once however often it is run.
     *
     * @param parcel the message
     * @return the command
     */
    public Command<EnqueueResult> command(Parcel<?> parcel) {
        String id = parcel.id();
        return calls.enqueue(List.of(parcel)).map(statuses -> new EnqueueResult(statuses.get(0), id));
    }

    /**
     * Enqueues messages in one go, in slices that leave the server time for others.
     *
     * @param parcels the messages
     * @return what became of each, in their order
     * @throws CarminePipelineException if it is unknown what became of some, or the server has refused them; it has the
     *     result of each of the others
     */
    public List<EnqueueResult> enqueueAll(List<? extends Parcel<?>> parcels) {
        List<List<Parcel<?>>> slices = slices(parcels);
        if (slices.isEmpty()) {
            return List.of();
        }
        List<Command<List<EnqueueStatus>>> commands =
                slices.stream().map(calls::enqueue).toList();
        if (commands.size() == 1) {
            return results(slices.get(0), redis.call(commands.get(0)));
        }
        return resultsOrThrow(slices, outcomes(commands));
    }

    /**
     * A pipeline whose connection is lost after its first reply is not sent again, and one whose script is forgotten on the
     * way fails from there on. Both are mended by sending each slice again, alone, in the time that is left.
     */
    private List<Outcome<List<EnqueueStatus>>> outcomes(List<Command<List<EnqueueStatus>>> commands) {
        long begin = System.nanoTime();
        List<Outcome<List<EnqueueStatus>>> outcomes = new ArrayList<>(redis.tryPipeline(commands));
        for (int i = 0; i < outcomes.size(); i++) {
            Duration left = redis.timeout().minusNanos(System.nanoTime() - begin);
            if (outcomes.get(i) instanceof Outcome.Failed<?> failed
                    && canBeRepeated(failed.error())
                    && left.compareTo(SHORTEST_CALL) >= 0) {
                outcomes.set(
                        i,
                        redis.withTimeout(left)
                                .tryPipeline(List.of(commands.get(i)))
                                .get(0));
            }
        }
        return outcomes;
    }

    private static boolean canBeRepeated(RuntimeException e) {
        return e instanceof CarmineConnectionException
                || (e instanceof CarmineServerException error && error.code().equals("NOSCRIPT"));
    }

    private static List<List<Parcel<?>>> slices(List<? extends Parcel<?>> parcels) {
        List<List<Parcel<?>>> slices = new ArrayList<>();
        List<Parcel<?>> slice = new ArrayList<>();
        long bytes = 0;
        for (Parcel<?> parcel : parcels) {
            bytes += parcel.size();
            if (slice.size() == QueueCalls.SLICE || (bytes > SLICE_BYTES && !slice.isEmpty())) {
                slices.add(slice);
                slice = new ArrayList<>();
                bytes = parcel.size();
            }
            slice.add(parcel);
        }
        if (!slice.isEmpty()) {
            slices.add(slice);
        }
        return slices;
    }

    private static List<EnqueueResult> results(List<Parcel<?>> slice, List<EnqueueStatus> statuses) {
        List<EnqueueResult> results = new ArrayList<>(slice.size());
        for (int i = 0; i < slice.size(); i++) {
            results.add(new EnqueueResult(statuses.get(i), slice.get(i).id()));
        }
        return Collections.unmodifiableList(results);
    }

    private static List<EnqueueResult> resultsOrThrow(
            List<List<Parcel<?>>> slices, List<Outcome<List<EnqueueStatus>>> outcomes) {
        List<EnqueueResult> results = new ArrayList<>();
        List<@Nullable Object> replies = new ArrayList<>();
        RuntimeException first = null;
        for (int i = 0; i < slices.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Failed<?> failed) {
                first = first == null ? failed.error() : first;
                replies.addAll(Collections.nCopies(slices.get(i).size(), failed.error()));
            } else {
                List<EnqueueResult> ofSlice =
                        results(slices.get(i), outcomes.get(i).get());
                results.addAll(ofSlice);
                replies.addAll(ofSlice);
            }
        }
        if (first != null) {
            throw new CarminePipelineException(
                    replies.size() - results.size() + " of " + replies.size() + " messages failed, the first with: "
                            + first.getMessage(),
                    replies,
                    first);
        }
        return Collections.unmodifiableList(results);
    }
}

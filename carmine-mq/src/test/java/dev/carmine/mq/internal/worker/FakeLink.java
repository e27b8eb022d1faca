package dev.carmine.mq.internal.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server that answers as a test says. */
final class FakeLink implements QueueLink {
    /** The exchanges that were made, with those that have failed. */
    final LinkedBlockingQueue<ExchangeCall> calls = new LinkedBlockingQueue<>();

    final List<List<Extension>> extensions = new ArrayList<>();
    final LinkedBlockingQueue<CompletableFuture<@Nullable Object>> markers = new LinkedBlockingQueue<>();

    private final Queue<Function<ExchangeCall, ExchangeReply>> answers = new ConcurrentLinkedQueue<>();
    private Function<List<Extension>, String> extended = list -> "k".repeat(list.size());

    /** Answers the next exchange that has no answer yet. */
    FakeLink then(Function<ExchangeCall, ExchangeReply> answer) {
        answers.add(answer);
        return this;
    }

    FakeLink thenFail(RuntimeException e) {
        return then(call -> {
            throw e;
        });
    }

    void extendBy(Function<List<Extension>, String> answer) {
        extended = answer;
    }

    /** Settles everything, and hands out what it is given. */
    static ExchangeReply answer(ExchangeCall call, Grant... grants) {
        return new ExchangeReply(call.blockLimit(), 0, "k".repeat(call.settles().size()), 0, List.of(grants));
    }

    @Override
    public ExchangeReply exchange(ExchangeCall call) {
        Function<ExchangeCall, ExchangeReply> answer = next(); // before the test sees the call and says how it goes on
        calls.add(call);
        return answer == null ? answer(call) : answer.apply(call);
    }

    private @Nullable Function<ExchangeCall, ExchangeReply> next() {
        return answers.poll();
    }

    @Override
    public String extend(String worker, List<Extension> list) {
        extensions.add(list);
        return extended.apply(list);
    }

    @Override
    public int attendToSchedules() {
        return 0;
    }

    @Override
    public boolean awaitMarker(Duration limit) {
        CompletableFuture<@Nullable Object> marker = new CompletableFuture<>();
        markers.add(marker);
        try {
            return marker.get() != null;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.carmine.client.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Where calls end and give their room back. Those that futures wait for are collected first: those of one read are
 * completed in one task of the callback executor, in the order of their replies. Confined to the holder of the lead, but
 * for the tasks it makes.
 */
final class Completions {
    private static final System.Logger LOG = System.getLogger(Completions.class.getName());

    private final Executor executor;
    private final Room room;
    private List<Call> batch = new ArrayList<>();

    Completions(Executor executor, Room room) {
        this.executor = executor;
        this.room = room;
    }

    /** Ends a call that has its last reply, or whose owner had left it. */
    void end(Call call) {
        if (call.future() == null) {
            leave(call); // first: whoever waits for the call wants room for the next one
            boolean unused = call.finish();
        } else if (call.finish()) {
            batch.add(call);
        } else {
            leave(call);
        }
    }

    /** Ends a call that gets no reply any more; {@link Call#fail} says more. */
    void fail(Call call, Failure failure, long accepted) {
        if (call.future() == null) {
            leave(call);
            boolean unused = call.fail(failure, accepted);
        } else if (call.fail(failure, accepted)) {
            batch.add(call);
        } else {
            leave(call);
        }
    }

    /** Ends a call whose reply may still come: it keeps its place in the line, and its room, until then. */
    void failInPlace(Call call, Failure failure) {
        if (call.fail(failure, Call.EVERYTHING) && call.future() != null) {
            call.keepsItsPlace = true;
            batch.add(call);
        }
    }

    /** Gives back the room of a call that nobody is to be told of. */
    void leave(Call call) {
        room.leave(call.commands(), call.bytes());
    }

    /** Hands the batch to the executor. */
    void dispatch() {
        if (batch.isEmpty()) {
            return;
        }
        List<Call> task = batch;
        batch = new ArrayList<>(Math.min(task.size(), 1024));
        try {
            executor.execute(() -> complete(task));
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "the callback executor refused a task; a thread is started", e);
            completeOnNewThread(task);
        }
    }

    private void completeOnNewThread(List<Call> task) {
        try {
            Thread thread = new Thread(() -> complete(task), "carmine-callbacks-refused");
            thread.setDaemon(true);
            thread.start();
        } catch (Error e) {
            // No thread is to be had. That futures complete matters more than where.
            complete(task);
        }
    }

    private void complete(List<Call> calls) {
        for (Call call : calls) {
            // Not before its turn, so that waiting callbacks are bounded too; but before its own, which may send the
            // next call.
            if (!call.keepsItsPlace) {
                leave(call);
            }
            ReplyFuture<?> future = call.future();
            if (future != null) {
                complete(call, future);
            }
        }
    }

    /** Whatever comes of one call, an error in a decoder of the user's for instance, must not keep the next from ending. */
    private static void complete(Call call, ReplyFuture<?> future) {
        try {
            call.completeFuture(future);
        } catch (Throwable e) {
            boolean unused = future.completeExceptionally(e);
        }
    }
}

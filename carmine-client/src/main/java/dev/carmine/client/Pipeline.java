package dev.carmine.client;

import dev.carmine.client.command.PipelineCommands;
import dev.carmine.client.internal.Dispatcher;
import dev.carmine.client.internal.wire.PipelineOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects commands, and sends them unbroken in one round trip:
 *
 * <pre>{@code
 * Pipeline pipeline = redis.pipeline();
 * Reply<Long> visits = pipeline.incr("visits");
 * Reply<String> name = pipeline.get("name");
 * pipeline.flush();
 * use(visits.get(), name.get());
 * }</pre>
 *
 * After a flush it is empty and can be used again. Not thread-safe.
 */
public final class Pipeline implements PipelineCommands<String> {
    private final Dispatcher dispatcher;
    private final long timeout;
    private final List<PendingReply<?>> pending = new ArrayList<>();

    Pipeline(Dispatcher dispatcher, long timeout) {
        this.dispatcher = dispatcher;
        this.timeout = timeout;
    }

    /**
     * Adds a command; nothing is sent yet.
     *
     * @param command the command
     * @param <T> what its reply becomes
     * @return the reply, to be read after {@link #flush}
     */
    @Override
    public <T extends @Nullable Object> Reply<T> add(Command<T> command) {
        PendingReply<T> reply = new PendingReply<>(command, "call flush() on its pipeline first");
        pending.add(reply);
        return reply;
    }

    /** Stored values are read as text; see {@link #as(Class)} for others. */
    @Override
    public TypeRef<String> valueType() {
        return Carmine.TEXT;
    }

    /**
     * A view of this pipeline that reads stored values as objects of a type.
     *
     * @param type what values are read as
     * @param <V> what values are read as
     * @return a view; it adds to this same pipeline
     * @see Carmine#as(Class)
     */
    public <V> PipelineCommands<V> as(Class<V> type) {
        return as(TypeRef.of(type));
    }

    /**
     * A view of this pipeline that reads stored values as objects of a type with type arguments.
     *
     * @param type what values are read as
     * @param <V> what values are read as
     * @return a view; it adds to this same pipeline
     * @see Carmine#as(Class)
     */
    public <V> PipelineCommands<V> as(TypeRef<V> type) {
        return new TypedPipelineCommands<>(this, type);
    }

    /**
     * How many commands wait for the next flush.
     *
     * @return the number
     */
    public int size() {
        return pending.size();
    }

    /**
     * Sends what was added since the last flush and waits for all replies. The error of one command fails its
     * {@link Reply} alone; this method throws only if the pipeline as a whole has failed, and then each reply tells its
     * own fate.
     *
     * @throws CarmineUnansweredException if not one command was answered, the time was over, or the thread was
     *     interrupted
     * @throws CarmineSerializationException if an object cannot be written; then nothing was sent
     * @throws IllegalArgumentException if a command changes the state of a connection
     */
    public void flush() {
        List<PendingReply<?>> sent = List.copyOf(pending);
        pending.clear();
        try {
            PipelineOutcome outcome =
                    dispatcher.callAll(sent.stream().map(PendingReply::command).toList(), timeout);
            for (int i = 0; i < sent.size(); i++) {
                sent.get(i).settle(outcome.values()[i], outcome.errors()[i]);
            }
            CarmineUnansweredException failure = outcome.wholeFailure();
            if (failure != null) {
                throw failure;
            }
        } catch (RuntimeException e) {
            sent.forEach(reply -> reply.settle(null, e));
            throw e;
        }
    }

    @Override
    public String toString() {
        return "Pipeline[size=" + pending.size() + "]";
    }
}

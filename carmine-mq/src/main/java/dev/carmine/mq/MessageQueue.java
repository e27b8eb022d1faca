package dev.carmine.mq;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineException;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.Command;
import dev.carmine.client.TypeRef;
import dev.carmine.client.ValueCodec;
import dev.carmine.mq.internal.Checks;
import dev.carmine.mq.internal.Enqueuer;
import dev.carmine.mq.internal.FoundMessage;
import dev.carmine.mq.internal.Opening;
import dev.carmine.mq.internal.Packer;
import dev.carmine.mq.internal.Parcel;
import dev.carmine.mq.internal.QueueAdministration;
import dev.carmine.mq.internal.QueueCalls;
import dev.carmine.mq.internal.QueueKeys;
import dev.carmine.mq.internal.QueueScripts;
import dev.carmine.mq.internal.schedule.Recurrence;
import dev.carmine.mq.internal.schedule.Schedules;
import dev.carmine.mq.internal.worker.Work;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A queue of messages on a server: what is enqueued is kept there until a worker has handled it, and is handed out again
 * if a worker crashes.
 *
 * <pre>{@code
 * MessageQueue<Email> emails = MessageQueue.of(redis, "emails", Email.class);
 * emails.enqueue(email);
 * emails.enqueue(email, EnqueueOptions.builder().id("welcome:42").delay(Duration.ofMinutes(5)).build());
 * }</pre>
 *
 * <p>Messages are handled at least once: a worker that crashes, or loses its connection, after it has done its work and
 * before the server knows, leads to another delivery. They are handed out in the order in which they were enqueued, higher
 * priorities first, but handled side by side; {@linkplain EnqueueOptions.Builder#group groups} keep an order. An enqueue
 * is confirmed when the server has executed it, and is as durable as the server's configuration makes its data.
 *
 * <p>Bodies are encoded as values of commands are: text, numbers and bytes as they are, objects by the client's serializer.
 *
 * <p>What asks the server waits for its answer as the client's own methods do, but for {@link #enqueueAsync}, and throws a
 * {@link CarmineException} if there is none. A queue holds no connection of its own, and need not be closed. Immutable and
 * thread-safe.
 *
 * @param <T> what bodies are
 */
public final class MessageQueue<T> {
    private final TypeRef<T> type;
    private final QueueOptions options;
    private final ValueCodec codec;
    private final Packer packer;
    private final Enqueuer enqueuer;
    private final QueueAdministration administration;
    private final Schedules schedules;
    private final Workers workers;
    private final Results results;

    private MessageQueue(Carmine redis, QueueCalls calls, TypeRef<T> type, QueueOptions options) {
        this.type = type;
        this.options = options;
        this.codec = redis.values("the body of a message of the queue " + calls.keys());
        this.packer = new Packer(calls.keys(), codec, options.maxBodySize());
        this.enqueuer = new Enqueuer(redis, calls);
        this.administration = new QueueAdministration(redis, calls);
        this.schedules = new Schedules(redis, calls);
        this.workers = new Workers(redis, calls, codec);
        this.results = new Results(redis, calls, codec);
    }

    /**
     * Opens a queue with default options.
     *
     * @param redis the client; it must stay open as long as the queue is used
     * @param name 1 to 200 characters, without braces and control characters
     * @param type what bodies are
     * @param <T> what bodies are
     * @return the queue
     * @throws QueueFormatException if a newer version of this library has made the queue
     */
    public static <T> MessageQueue<T> of(Carmine redis, String name, Class<T> type) {
        return of(redis, name, TypeRef.of(type), QueueOptions.defaults());
    }

    /**
     * Opens a queue: makes its name known on the server, if it is new, and stores the limits that the options name. A
     * warning is logged if the server may delete messages when its memory is full.
     *
     * @param redis the client; it must stay open as long as the queue is used
     * @param name 1 to 200 characters, without braces and control characters
     * @param type what bodies are
     * @param options how the queue behaves
     * @param <T> what bodies are
     * @return the queue
     * @throws QueueFormatException if a newer version of this library has made the queue; then nothing was changed
     */
    public static <T> MessageQueue<T> of(Carmine redis, String name, TypeRef<T> type, QueueOptions options) {
        Objects.requireNonNull(type, "type");
        return open(
                redis, new QueueCalls(new QueueKeys(name, options.slot()), QueueScripts.production()), type, options);
    }

    static <T> MessageQueue<T> open(Carmine redis, QueueCalls calls, TypeRef<T> type, QueueOptions options) {
        Opening.open(redis, calls, options);
        return new MessageQueue<>(redis, calls, type, options);
    }

    /**
     * The names of all queues that were ever opened on a server.
     *
     * @param redis the client
     * @return names in no order
     */
    public static Set<QueueName> names(Carmine redis) {
        return redis.smembers(QueueKeys.REGISTRY).stream()
                .map(MessageQueue::nameOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static QueueName nameOf(String member) {
        int zero = member.indexOf('\0');
        return zero < 0
                ? new QueueName(member, null)
                : new QueueName(member.substring(zero + 1), member.substring(0, zero));
    }

    /**
     * The name.
     *
     * @return as it was given
     */
    public String name() {
        return packer.keys().queue();
    }

    /**
     * What the queue was opened with; limits that others have set on the server are not among it.
     *
     * @return the options
     */
    public QueueOptions options() {
        return options;
    }

    // Enqueueing

    /**
     * Enqueues a message that is to be handled as soon as possible.
     *
     * @param body the body
     * @return always {@link EnqueueStatus#ADDED}, with an id that was made for it
     * @throws CarmineSerializationException if the body cannot be encoded
     * @throws BodyTooLargeException if it has too many bytes
     */
    public EnqueueResult enqueue(T body) {
        return enqueue(body, EnqueueOptions.defaults());
    }

    /**
     * Enqueues a message. If the connection is lost meanwhile it is sent again, which is safe, since the server knows it
     * again for a minute; so that is also how long this waits at most.
     *
     * @param body the body
     * @param how its id, delay and so on
     * @return what became of it
     * @throws CarmineSerializationException if the body cannot be encoded
     * @throws BodyTooLargeException if it has too many bytes
     */
    public EnqueueResult enqueue(T body, EnqueueOptions how) {
        return enqueuer.enqueue(packer.pack(body, how));
    }

    /**
     * Begins to enqueue a message that is to be handled as soon as possible.
     *
     * @param body encoded before this method returns
     * @return a future of the result
     * @see #enqueue(Object)
     */
    public CompletableFuture<EnqueueResult> enqueueAsync(T body) {
        return enqueueAsync(body, EnqueueOptions.defaults());
    }

    /**
     * Begins to enqueue a message.
     *
     * @param body encoded before this method returns
     * @param how its id, delay and so on
     * @return a future of the result
     * @see #enqueue(Object, EnqueueOptions)
     */
    public CompletableFuture<EnqueueResult> enqueueAsync(T body, EnqueueOptions how) {
        return enqueuer.enqueueAsync(packer.pack(body, how));
    }

    /**
     * Enqueues messages in one round trip.
     *
     * @param bodies the bodies
     * @return what became of each, in their order; unmodifiable
     * @see #enqueueMessages
     */
    public List<EnqueueResult> enqueueAll(Collection<? extends T> bodies) {
        return enqueueAll(bodies, EnqueueOptions.defaults());
    }

    /**
     * Enqueues messages in one round trip, all in the same way.
     *
     * @param bodies the bodies
     * @param how delay and so on; without an id, for each gets its own
     * @return what became of each, in their order; unmodifiable
     * @throws IllegalArgumentException if there is an id; use {@link #enqueueMessages}
     * @see #enqueueMessages
     */
    public List<EnqueueResult> enqueueAll(Collection<? extends T> bodies, EnqueueOptions how) {
        if (how.id() != null) {
            throw new IllegalArgumentException("messages cannot share the id " + how.id()
                    + ": leave it out, or make each with newMessage and use enqueueMessages");
        }
        return enqueuer.enqueueAll(
                bodies.stream().map(body -> packer.pack(body, how)).toList());
    }

    /**
     * Enqueues messages in one round trip. They are executed in slices of at most 256 messages, or about 1 MiB, each of
     * which is atomic. One that is refused, as an id may be taken, does not stop the others; an id that comes twice is
     * judged in order.
     *
     * @param messages made by {@link #newMessage} of a queue of the same name
     * @return what became of each, in their order; unmodifiable
     * @throws CarminePipelineException if the server has refused some, for want of memory for example, or has not answered
     *     in time; its replies are the result or exception of each message. Those without a result can be enqueued again:
     *     as they keep their ids, none can be in the queue twice at a time
     */
    public List<EnqueueResult> enqueueMessages(Collection<? extends NewMessage<? extends T>> messages) {
        return enqueuer.enqueueAll(messages.stream().map(this::parcel).toList());
    }

    private Parcel<?> parcel(NewMessage<?> message) {
        Parcel<?> parcel = (Parcel<?>) message;
        if (!parcel.keys().equals(packer.keys())) {
            throw new IllegalArgumentException(
                    "the message " + parcel.id() + " is for the queue " + parcel.keys() + ", not for " + packer.keys());
        }
        return parcel;
    }

    /**
     * The command that enqueues a message that is to be handled as soon as possible.
     *
     * @param body encoded now
     * @return the command
     * @see #enqueueCommand(Object, EnqueueOptions)
     */
    public Command<EnqueueResult> enqueueCommand(T body) {
        return enqueueCommand(body, EnqueueOptions.defaults());
    }

    /**
     * The command that enqueues a message, for a pipeline or a transaction: with {@code redis.multi(order, enqueue)} both
     * are executed or none. It is one message however often it is run within a minute: the second time it gives the first
     * answer.
     *
     * @param body encoded now
     * @param how its id, delay and so on
     * @return the command
     * @throws CarmineSerializationException if the body cannot be encoded
     * @throws BodyTooLargeException if it has too many bytes
     */
    public Command<EnqueueResult> enqueueCommand(T body, EnqueueOptions how) {
        return enqueuer.command(packer.pack(body, how));
    }

    /**
     * A message for {@link #enqueueMessages}, or to be enqueued when another one is done.
     *
     * @param body encoded now
     * @return the message, with an id
     * @throws CarmineSerializationException if the body cannot be encoded
     * @throws BodyTooLargeException if it has too many bytes
     */
    public NewMessage<T> newMessage(T body) {
        return newMessage(body, EnqueueOptions.defaults());
    }

    /**
     * A message for {@link #enqueueMessages}, or to be enqueued when another one is done.
     *
     * @param body encoded now
     * @param how its id, delay and so on
     * @return the message, with an id
     * @throws CarmineSerializationException if the body cannot be encoded
     * @throws BodyTooLargeException if it has too many bytes
     */
    public NewMessage<T> newMessage(T body, EnqueueOptions how) {
        return packer.pack(body, how);
    }

    // Scheduling

    /**
     * Enqueues a message at each tick of an expression, with default options otherwise.
     *
     * @param name of the schedule
     * @param cron when
     * @param zone in which the expression holds
     * @param body of each message; encoded now
     * @param missed what becomes of ticks that nobody has attended to in time
     * @return what became of it
     * @see #schedule(String, Cron, ZoneId, Object, ScheduleOptions)
     */
    public ScheduleResult schedule(String name, Cron cron, ZoneId zone, T body, MissedTicks missed) {
        return schedule(
                name, cron, zone, body, ScheduleOptions.builder().missed(missed).build());
    }

    /**
     * Enqueues a message at each tick of an expression, as long as there are workers: it is they who attend to ticks, as
     * soon as a tick is due by the server's clock, and whichever program has scheduled it. Each tick is enqueued once,
     * under the id {@code name@tick} with the tick in milliseconds since 1970, however many workers there are. The
     * schedule stays on the server until it is {@linkplain #unschedule ended}; to say the same again changes nothing, so
     * each program may say it when it starts.
     *
     * @param name of the schedule: 1 to 256 characters
     * @param cron when
     * @param zone in which the expression holds; see {@link Cron} for daylight saving. Workers must know it too
     * @param body of each message; encoded now
     * @param how what becomes of missed ticks, priority of the messages, and so on
     * @return what became of it
     * @throws CarmineSerializationException if the body cannot be encoded
     * @throws BodyTooLargeException if it has too many bytes
     */
    public ScheduleResult schedule(String name, Cron cron, ZoneId zone, T body, ScheduleOptions how) {
        return schedule(name, Schedules.at(cron, zone), body, how);
    }

    /**
     * Enqueues a message at equal intervals, with default options otherwise.
     *
     * @param name of the schedule
     * @param interval at least 100 ms
     * @param body of each message; encoded now
     * @param missed what becomes of ticks that nobody has attended to in time
     * @return what became of it
     * @see #schedule(String, Duration, Object, ScheduleOptions)
     */
    public ScheduleResult schedule(String name, Duration interval, T body, MissedTicks missed) {
        return schedule(
                name, interval, body, ScheduleOptions.builder().missed(missed).build());
    }

    /**
     * Enqueues a message at equal intervals, which count from tick to tick and not from when messages are handled; the
     * first after one interval. Otherwise as {@link #schedule(String, Cron, ZoneId, Object, ScheduleOptions)}.
     *
     * @param name of the schedule: 1 to 256 characters
     * @param interval at least 100 ms
     * @param body of each message; encoded now
     * @param how what becomes of missed ticks, priority of the messages, and so on
     * @return what became of it
     * @throws CarmineSerializationException if the body cannot be encoded
     * @throws BodyTooLargeException if it has too many bytes
     */
    public ScheduleResult schedule(String name, Duration interval, T body, ScheduleOptions how) {
        return schedule(name, Schedules.every(interval), body, how);
    }

    private ScheduleResult schedule(String name, Recurrence when, T body, ScheduleOptions how) {
        return schedules.schedule(name, when, packer.pack(body, how.message()), how);
    }

    /**
     * Ends a schedule. Messages that it has enqueued stay.
     *
     * @param name of the schedule
     * @return whether there was one
     */
    public boolean unschedule(String name) {
        return schedules.unschedule(name);
    }

    /**
     * Lists the recurring messages.
     *
     * @return by their next ticks; unmodifiable
     */
    public List<Schedule> schedules() {
        return schedules.list();
    }

    // Handling

    /**
     * A worker that has messages handled; it does nothing before it is {@linkplain Worker#start started}.
     *
     * @param how how many at a time, and so on
     * @param handler handles a message
     * @return the worker, to be closed
     */
    public Worker worker(WorkerOptions how, MessageHandler<T> handler) {
        return workers.worker(how, route(how, handler));
    }

    private Function<String, @Nullable Route<?>> route(WorkerOptions how, MessageHandler<T> handler) {
        Objects.requireNonNull(handler, "handler");
        Route<T> route = new Route<>(type, HandlerCalls.of(handler, how.interceptors()));
        return typeName -> route;
    }

    /**
     * A worker with a handler for each type of messages; it does nothing before it is {@linkplain Worker#start started}.
     *
     * @param how how many at a time, and so on
     * @param handlers handle messages
     * @return the worker, to be closed
     */
    public Worker worker(WorkerOptions how, Handlers handlers) {
        return workers.worker(how, handlers.routes(how)::get);
    }

    /** What a worker does with messages. */
    Work work(WorkerOptions how, MessageHandler<T> handler) {
        return workers.work(how, route(how, handler));
    }

    /**
     * A worker that has messages handled without keeping a thread for each; it does nothing before it is
     * {@linkplain Worker#start started}.
     *
     * @param how how many at a time, and so on
     * @param handler begins to handle a message
     * @return the worker, to be closed
     * @throws IllegalArgumentException if the options have interceptors, which surround only other handlers
     */
    public Worker workerAsync(WorkerOptions how, AsyncMessageHandler<T> handler) {
        Objects.requireNonNull(handler, "handler");
        if (!how.interceptors().isEmpty()) {
            throw new IllegalArgumentException(
                    "interceptors surround handlers that return an outcome: leave them out, and"
                            + " compose the stages instead");
        }
        Route<T> route = new Route<>(type, HandlerCalls.of(handler));
        return workers.worker(how, name -> route);
    }

    // Looking

    /**
     * Tells how a message is.
     *
     * @param id the id
     * @return its status; {@link QueueState#ABSENT} if there is none
     */
    public MessageStatus status(String id) {
        return administration.status(Checks.id(id));
    }

    /**
     * Waits for the result of a message: what its handler has returned by {@link Outcome#success(Object)}. Any number of
     * threads and programs may wait for it, also after it is there, for as long as it is kept. It is the result of the
     * newest message with that id: one that is enqueued under an id which was used before, or that has waited behind
     * another, removes the result of the former, and is waited for.
     *
     * @param id the id
     * @param resultType what the result is read as
     * @param timeout how long to wait; zero to look and not to wait
     * @param <R> what the result is
     * @return the result
     * @throws NoResultException if there is none, or none in time; it says which
     * @throws InterruptedException if the thread is interrupted
     */
    public <R> R awaitResult(String id, Class<R> resultType, Duration timeout) throws InterruptedException {
        return awaitResult(id, TypeRef.of(resultType), timeout);
    }

    /**
     * Waits for the result of a message, whose type has type arguments.
     *
     * @param id the id
     * @param resultType what the result is read as
     * @param timeout how long to wait; zero to look and not to wait
     * @param <R> what the result is
     * @return the result
     * @throws NoResultException if there is none, or none in time; it says which
     * @throws InterruptedException if the thread is interrupted
     * @see #awaitResult(String, Class, Duration)
     */
    public <R> R awaitResult(String id, TypeRef<R> resultType, Duration timeout) throws InterruptedException {
        return results.await(Checks.id(id), resultType, timeout);
    }

    /**
     * Finds a message, dead ones included, without taking it out.
     *
     * @param id the id
     * @return the message with its body, if there is one
     */
    public Optional<MessageInfo<T>> find(String id) {
        return administration.find(Checks.id(id)).map(this::info);
    }

    /**
     * Lists messages without taking them out: ready ones in the order in which they will be handed out, and behind them
     * those that wait for others of their group; delayed ones by when they are due, leased ones by when their leases
     * expire (among them those that have expired and that nobody has reclaimed yet), dead ones by when they died. What is
     * enqueued or handled meanwhile can shift pages.
     *
     * @param state ready, delayed, leased or dead
     * @param offset how many to pass by
     * @param count how many to list at most, from 1 to 256
     * @return the messages; the last ones without bodies if those of all have more than 8 MiB
     * @throws IllegalArgumentException if there are no messages of that state, or it is one with a requeue
     */
    public List<MessageInfo<T>> messages(QueueState state, int offset, int count) {
        return administration.messages(state, offset, count).stream()
                .map(this::info)
                .toList();
    }

    private MessageInfo<T> info(FoundMessage found) {
        return new MessageInfo<>(found.status(), found.envelope(), codec, type);
    }

    /**
     * Tells what is in the queue, and what has gone through it.
     *
     * @return a snapshot
     */
    public QueueStats stats() {
        return administration.stats();
    }

    /**
     * Checks that all parts of the queue on the server fit together, and that no message is unaccounted for. Nothing else
     * runs on the server meanwhile: some milliseconds for a thousand messages.
     *
     * @param mostMessages how many messages there may be for this to be done
     * @return what was found, for people; empty if the queue is sound
     * @throws IllegalArgumentException if there are more
     */
    public List<String> check(int mostMessages) {
        return administration.check(mostMessages);
    }

    // Changing

    /**
     * Cancels a message, and content that waits behind it. One that a worker has is told to stop, and is not attempted
     * again.
     *
     * @param id the id
     * @return what became of it
     */
    public CancelResult cancel(String id) {
        return administration.cancel(List.of(id)).get(0);
    }

    /**
     * Cancels messages.
     *
     * @param ids the ids
     * @return what became of each, in their order; unmodifiable
     * @see #cancel
     */
    public List<CancelResult> cancelAll(Collection<String> ids) {
        return administration.cancel(ids);
    }

    /**
     * Makes a dead message ready again, as new: with all its attempts, behind those that are ready already.
     *
     * @param id the id, as {@link #messages} has listed it
     * @return what became of it
     */
    public RedriveResult redrive(String id) {
        return administration.redrive(List.of(id)).get(0);
    }

    /**
     * Makes dead messages ready again.
     *
     * @param ids the ids
     * @return what became of each, in their order; unmodifiable
     * @see #redrive(String)
     */
    public List<RedriveResult> redrive(Collection<String> ids) {
        return administration.redrive(ids);
    }

    /**
     * Makes the oldest dead messages ready again, in slices of 256; ends when one has none that could be.
     *
     * @param most how many at most, 1 or more
     * @return how many were
     * @see #redrive(String)
     */
    public int redriveAll(int most) {
        return administration.redriveAll(most);
    }

    /**
     * Deletes dead messages for ever.
     *
     * @param ids the ids, as {@link #messages} has listed them
     * @return how many were dead and are deleted
     */
    public int purge(Collection<String> ids) {
        return administration.purge(ids);
    }

    /**
     * Deletes the oldest dead messages for ever.
     *
     * @param most how many at most, 1 or more
     * @return how many were deleted
     */
    public int purgeAll(int most) {
        return administration.purgeAll(most);
    }

    /**
     * Drops all messages, dead ones and those that are handled included, and all dedupe windows. Limits, schedules and
     * totals stay. Workers that have a message lose its lease.
     *
     * @return how many messages were dropped, with what waited behind them
     */
    public int clear() {
        return administration.clear();
    }

    /** Hands nothing out any more, to any worker, until {@link #resume}. What is handled already goes on. */
    public void pause() {
        administration.pause(true);
    }

    /** Ends a pause. */
    public void resume() {
        administration.pause(false);
    }

    /**
     * Whether the queue is paused.
     *
     * @return true between {@link #pause} and {@link #resume}, whoever has called them
     */
    public boolean isPaused() {
        return administration.isPaused();
    }

    /**
     * Changes limits, at once and for all who use the queue.
     *
     * @param changes what they name is changed
     * @throws IllegalArgumentException if they name a slot or a size of bodies, with which a queue is opened
     */
    public void configure(QueueOptions changes) {
        QueueOptions defaults = QueueOptions.defaults();
        if (changes.slot() != null || changes.maxBodySize() != defaults.maxBodySize()) {
            throw new IllegalArgumentException(
                    "slot and maxBodySize belong to a MessageQueue, not to the server: open another one with them");
        }
        administration.configure(changes);
    }

    /**
     * Has a limit of its own for one group, instead of {@link QueueOptions.Builder#groupConcurrency}.
     *
     * @param group the group
     * @param limit how many of its messages are handled at a time, 1 or more
     */
    public void limitGroup(String group, int limit) {
        administration.limitGroup(group, limit);
    }

    /**
     * Has the queue's limit hold for a group again.
     *
     * @param group the group
     */
    public void unlimitGroup(String group) {
        administration.unlimitGroup(group);
    }

    /** Name and slot. */
    @Override
    public String toString() {
        return "MessageQueue[" + packer.keys() + "]";
    }
}

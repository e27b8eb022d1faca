package dev.carmine.mq;

import dev.carmine.client.TypeRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Handlers for messages of several types in one queue. What decides is the name that a message was enqueued with
 * ({@link EnqueueOptions.Builder#type}); the body is read as the class that the handler wants.
 *
 * <pre>{@code
 * Handlers handlers = Handlers.builder()
 *         .on("order", Order.class, message -> …)
 *         .on("refund", Refund.class, message -> …)
 *         .build();
 * }</pre>
 *
 * <p>A message whose type has no handler becomes what {@link WorkerOptions.Builder#undecodable} says. Immutable.
 */
public final class Handlers {
    private final Map<String, Entry<?>> byType;

    private Handlers(Map<String, Entry<?>> byType) {
        this.byType = byType;
    }

    /** A handler, and what it wants. */
    private record Entry<B>(TypeRef<B> type, MessageHandler<B> handler) {
        Route<B> route(WorkerOptions options) {
            return new Route<>(type, HandlerCalls.of(handler, options.interceptors()));
        }
    }

    /**
     * Begins without handlers.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** The routes, by the names of types. */
    Map<String, Route<?>> routes(WorkerOptions options) {
        Map<String, Route<?>> routes = new HashMap<>();
        byType.forEach((name, entry) -> routes.put(name, entry.route(options)));
        return routes;
    }

    /** The names of the types. */
    @Override
    public String toString() {
        return "Handlers" + byType.keySet();
    }

    /** Collects handlers. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Entry<?>> byType = new HashMap<>();

        private Builder() {}

        /**
         * Adds a handler.
         *
         * @param name the name of the type; empty for messages that were enqueued without one
         * @param type what bodies are read as
         * @param handler handles messages of that type
         * @param <B> what bodies are read as
         * @return this
         * @throws IllegalArgumentException if the type has a handler already
         */
        public <B> Builder on(String name, Class<B> type, MessageHandler<B> handler) {
            return on(name, TypeRef.of(type), handler);
        }

        /**
         * Adds a handler.
         *
         * @param name the name of the type; empty for messages that were enqueued without one
         * @param type what bodies are read as
         * @param handler handles messages of that type
         * @param <B> what bodies are read as
         * @return this
         * @throws IllegalArgumentException if the type has a handler already
         */
        public <B> Builder on(String name, TypeRef<B> type, MessageHandler<B> handler) {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(handler, "handler");
            if (byType.putIfAbsent(Objects.requireNonNull(name, "name"), new Entry<>(type, handler)) != null) {
                throw new IllegalArgumentException("there is a handler for the type '" + name + "' already");
            }
            return this;
        }

        /**
         * Makes the handlers.
         *
         * @return immutable handlers
         * @throws IllegalArgumentException if there are none
         */
        public Handlers build() {
            if (byType.isEmpty()) {
                throw new IllegalArgumentException(
                        "there must be a handler for at least one type: add it with on(...)");
            }
            return new Handlers(Map.copyOf(byType));
        }
    }
}

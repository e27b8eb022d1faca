package dev.carmine.it.command;

import dev.carmine.client.AsyncCarmine;
import dev.carmine.client.Carmine;
import dev.carmine.client.Pipeline;
import dev.carmine.client.Reply;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The three ways to call a typed command. Each runs the method of its own generated interface. */
enum Face {
    /** {@code redis.get(…)}. */
    SYNC {
        @Override
        @Nullable Object call(Carmine redis, Method command, Object[] args) throws Throwable {
            return invoke(redis, command, args);
        }
    },
    /** {@code redis.async().get(…)}. */
    ASYNC {
        @Override
        @Nullable Object call(Carmine redis, Method command, Object[] args) throws Throwable {
            AsyncCarmine async = redis.async();
            Method twin = AsyncCarmine.class.getMethod(command.getName(), command.getParameterTypes());
            CompletableFuture<?> future = (CompletableFuture<?>) Objects.requireNonNull(invoke(async, twin, args));
            try {
                return future.join();
            } catch (CompletionException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        }
    },
    /** {@code pipeline.get(…)}. */
    PIPELINE {
        @Override
        @Nullable Object call(Carmine redis, Method command, Object[] args) throws Throwable {
            Pipeline pipeline = redis.pipeline();
            Method twin = Pipeline.class.getMethod(command.getName(), command.getParameterTypes());
            Reply<?> reply = (Reply<?>) Objects.requireNonNull(invoke(pipeline, twin, args));
            pipeline.flush();
            return reply.get();
        }
    };

    /** Runs a command through this face and waits for what it gives. */
    abstract @Nullable Object call(Carmine redis, Method command, Object[] args) throws Throwable;

    private static @Nullable Object invoke(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}

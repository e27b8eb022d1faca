package dev.carmine.it.engine;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.it.junit.ThreadKind;
import org.jspecify.annotations.Nullable;

/** The ways to wait for a reply. Each has its own path through the engine. */
enum CallStyle {
    PLATFORM_THREAD {
        @Override
        <T extends @Nullable Object> Pending<T> start(Carmine redis, Command<T> command) {
            return Pending.on(ThreadKind.PLATFORM, () -> redis.call(command));
        }
    },
    VIRTUAL_THREAD {
        @Override
        <T extends @Nullable Object> Pending<T> start(Carmine redis, Command<T> command) {
            return Pending.on(ThreadKind.VIRTUAL, () -> redis.call(command));
        }
    },
    FUTURE {
        @Override
        <T extends @Nullable Object> Pending<T> start(Carmine redis, Command<T> command) {
            return Pending.of(redis.async().callAsync(command));
        }
    };

    abstract <T extends @Nullable Object> Pending<T> start(Carmine redis, Command<T> command);
}

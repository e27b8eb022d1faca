package dev.carmine.it.server;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made at its first use. If making it fails, the next use tries again and sees the real reason. */
final class Lazy<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> maker;

    /** Guarded by {@link #lock}. */
    private @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        lock.lock();
        try {
            T made = value;
            if (made == null) {
                made = maker.get();
                value = made;
            }
            return made;
        } finally {
            lock.unlock();
        }
    }
}

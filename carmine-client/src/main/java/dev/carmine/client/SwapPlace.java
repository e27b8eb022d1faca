package dev.carmine.client;

import dev.carmine.client.command.CompareAndSet;
import dev.carmine.client.command.Hashes;
import dev.carmine.client.command.Strings;
import org.jspecify.annotations.Nullable;

/** Where a value stands that is to be swapped. */
sealed interface SwapPlace {
    /** Reads it. */
    Command<@Nullable String> get();

    /** Sets it if it is still what was read, or still missing. */
    Command<Boolean> set(byte @Nullable [] expected, Object value);

    /** Deletes it if it is still what was read. */
    Command<Boolean> delete(byte[] expected);

    /** A string. */
    record Key(String key) implements SwapPlace {
        @Override
        public Command<@Nullable String> get() {
            return Strings.get(key);
        }

        @Override
        public Command<Boolean> set(byte @Nullable [] expected, Object value) {
            return CompareAndSet.compareAndSet(key, expected, value);
        }

        @Override
        public Command<Boolean> delete(byte[] expected) {
            return CompareAndSet.compareAndDelete(key, expected);
        }
    }

    /** A field of a hash. */
    record Field(String key, String field) implements SwapPlace {
        @Override
        public Command<@Nullable String> get() {
            return Hashes.hget(key, field);
        }

        @Override
        public Command<Boolean> set(byte @Nullable [] expected, Object value) {
            return CompareAndSet.compareAndHset(key, field, expected, value);
        }

        @Override
        public Command<Boolean> delete(byte[] expected) {
            return CompareAndSet.compareAndHdel(key, field, expected);
        }
    }
}

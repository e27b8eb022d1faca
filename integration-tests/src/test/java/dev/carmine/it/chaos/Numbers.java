package dev.carmine.it.chaos;

import java.util.BitSet;
import java.util.concurrent.locks.ReentrantLock;

/** A set of small numbers, a bit each, so that hours of traffic fit into memory. Thread-safe. */
final class Numbers {
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by the lock. */
    private final BitSet bits = new BitSet();

    /** Adds a number; tells whether it was not there. */
    boolean add(int number) {
        lock.lock();
        try {
            boolean isNew = !bits.get(number);
            bits.set(number);
            return isNew;
        } finally {
            lock.unlock();
        }
    }

    /** The numbers that are in none of the others. */
    BitSet without(Numbers... others) {
        BitSet rest = copy();
        for (Numbers other : others) {
            rest.andNot(other.copy());
        }
        return rest;
    }

    private BitSet copy() {
        lock.lock();
        try {
            return (BitSet) bits.clone();
        } finally {
            lock.unlock();
        }
    }
}

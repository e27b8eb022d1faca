package dev.carmine.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Fate;
import java.util.function.Supplier;

/**
 * Adds up what callers are told about INCRs of one counter, to be compared with what the server has counted: between
 * those that succeeded and those that succeeded or may have been executed. Not thread-safe.
 */
final class IncrementTally {
    private final long first;
    private long succeeded;
    private long unknown;
    private long last;

    /** A tally of a counter whose value is known. */
    IncrementTally(long first) {
        this.first = first;
        this.last = first;
    }

    /** Notes the outcome of an INCR; what it returns must be larger than what the one before it returned. */
    void note(Supplier<Long> incr) {
        long value;
        try {
            value = incr.get();
        } catch (CarmineUnansweredException e) {
            if (e.fate() == Fate.UNKNOWN) {
                unknown++;
            }
            return;
        }
        succeeded++;
        assertThat(value).as("reply to INCR").isGreaterThan(last);
        last = value;
    }

    /** Compares with the counter on the server. */
    void assertTrue(long counted) {
        assertThat(counted - first)
                .as("INCRs executed, of which %d succeeded and %d are of unknown fate", succeeded, unknown)
                .isBetween(succeeded, succeeded + unknown);
        assertThat(counted).as("the counter").isGreaterThanOrEqualTo(last);
    }
}

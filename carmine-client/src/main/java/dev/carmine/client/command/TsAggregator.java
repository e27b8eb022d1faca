package dev.carmine.client.command;

import java.util.Locale;

/** What samples are aggregated into. */
public enum TsAggregator {
    /** The mean of the values. */
    AVG,
    /** The value of the earliest sample; not for groups of series. */
    FIRST,
    /** The value of the latest sample; not for groups of series. */
    LAST,
    /** The smallest value. */
    MIN,
    /** The largest value. */
    MAX,
    /** The sum of the values. */
    SUM,
    /** The difference between the largest and the smallest value. */
    RANGE,
    /** How many values there are. */
    COUNT,
    /** The standard deviation of the values as a whole population. */
    STD_P,
    /** The standard deviation of the values as a sample of a population. */
    STD_S,
    /** The variance of the values as a whole population. */
    VAR_P,
    /** The variance of the values as a sample of a population. */
    VAR_S,
    /** The mean weighted by time; not for groups of series. Since TimeSeries 1.8. */
    TWA;

    /** The word of the commands: {@code std.p}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Whether it needs the times of the samples, which groups of series do not give it. */
    boolean needsTimes() {
        return this == FIRST || this == LAST || this == TWA;
    }
}

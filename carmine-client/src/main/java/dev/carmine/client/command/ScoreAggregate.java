package dev.carmine.client.command;

/** How the scores of a member in several sorted sets become one. The constants are the words of the commands. */
public enum ScoreAggregate {
    /** Their sum, unless another is asked for. */
    SUM,
    /** The lowest of them. */
    MIN,
    /** The highest of them. */
    MAX,
    /** How many of the sets have the member, or the sum of the weights of these. Since Redis 8.8. */
    COUNT
}

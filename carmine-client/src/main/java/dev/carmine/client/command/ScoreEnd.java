package dev.carmine.client.command;

/** One of the two ends of a sorted set. The constants are the words of the commands. */
public enum ScoreEnd {
    /** The end with the lowest scores. */
    MIN,
    /** The end with the highest scores. */
    MAX
}

package dev.carmine.client.command;

/** In what a vector set keeps the numbers of its vectors. */
public enum VectorQuantization {
    /** Floating-point numbers of 32 bits: exact, and the largest. */
    NONE("NOQUANT"),
    /** Integers of 8 bits, the default. */
    INT8("Q8"),
    /** One bit each: the smallest and the fastest, and the least exact. */
    BINARY("BIN");

    private final String word;

    VectorQuantization(String word) {
        this.word = word;
    }

    /** The word of the commands. */
    String word() {
        return word;
    }
}

package dev.carmine.client.command;

/** Which time stands for a bucket of samples. */
public enum TsBucketTime {
    /** When it begins. */
    START("-"),
    /** Its middle, rounded down. */
    MID("~"),
    /** When it ends. */
    END("+");

    private final String word;

    TsBucketTime(String word) {
        this.word = word;
    }

    /** The word of the commands. */
    String word() {
        return word;
    }
}

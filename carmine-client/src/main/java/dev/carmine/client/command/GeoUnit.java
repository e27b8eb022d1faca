package dev.carmine.client.command;

/** A unit of distance. */
public enum GeoUnit {
    /** Metres. */
    METERS("m"),
    /** Kilometres. */
    KILOMETERS("km"),
    /** Feet. */
    FEET("ft"),
    /** Miles. */
    MILES("mi");

    private final String word;

    GeoUnit(String word) {
        this.word = word;
    }

    /** The word of the commands. */
    String word() {
        return word;
    }
}

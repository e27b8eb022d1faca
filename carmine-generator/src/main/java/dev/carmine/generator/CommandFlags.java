package dev.carmine.generator;

/**
 * What the annotations of a factory say about its command.
 *
 * @param name in capitals, with the subcommand if there is one
 * @param readOnly whether it only reads
 * @param blocking a constant of the client's {@code Blocking}
 */
record CommandFlags(String name, boolean readOnly, String blocking) {

    /** The value of {@link #blocking} for most. */
    static final String NEVER = "NEVER";

    /** The constant's name in the table. */
    String constant() {
        return name.replaceAll("[^A-Z0-9]", "_");
    }
}

package dev.carmine.client.command;

/** What {@code CLIENT SETINFO} tells of the library that speaks on a connection. */
public enum ClientLibrary {
    /** The library's name. */
    NAME("LIB-NAME"),
    /** The library's version. */
    VERSION("LIB-VER");

    private final String word;

    ClientLibrary(String word) {
        this.word = word;
    }

    /** The word of the command. */
    String word() {
        return word;
    }
}

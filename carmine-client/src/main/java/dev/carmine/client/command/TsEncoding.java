package dev.carmine.client.command;

/** How a time series keeps its samples. The constants are the words of the commands. */
public enum TsEncoding {
    /** Compressed, which is nearly always smaller and faster. */
    COMPRESSED,
    /** As they are. */
    UNCOMPRESSED
}

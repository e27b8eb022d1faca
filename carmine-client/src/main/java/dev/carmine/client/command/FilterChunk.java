package dev.carmine.client.command;

/**
 * A part of a Bloom or cuckoo filter, as {@code SCANDUMP} gives and {@code LOADCHUNK} takes it. The one that
 * {@linkplain #isEnd() ends} a dump is empty, and is not for {@code LOADCHUNK}.
 */
public final class FilterChunk {
    /** The iterator that begins a dump. */
    public static final long START = 0;

    private final long iterator;
    private final byte[] data;

    /**
     * A chunk that was kept elsewhere.
     *
     * @param iterator the iterator it was given with
     * @param data its bytes, which are not copied
     */
    public FilterChunk(long iterator, byte[] data) {
        this.iterator = iterator;
        this.data = data;
    }

    /**
     * What to give to the next {@code SCANDUMP}, and to {@code LOADCHUNK} with these bytes.
     *
     * @return the server's number for the place in the filter
     */
    public long iterator() {
        return iterator;
    }

    /**
     * The bytes, in a form of the server's own.
     *
     * @return the bytes themselves, not a copy
     */
    public byte[] data() {
        return data;
    }

    /**
     * Whether the dump is complete with the chunk before this one.
     *
     * @return true if there is nothing more
     */
    public boolean isEnd() {
        return iterator == START;
    }

    @Override
    public String toString() {
        return "FilterChunk[iterator=" + iterator + ", " + data.length + " bytes]";
    }
}

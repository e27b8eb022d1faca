package dev.carmine.it.junit;

/** The versions of the wire protocol that a test can run on; see {@link EachProtocol}. */
public enum Resp {
    /** RESP2: no HELLO, no pushes on command connections. */
    RESP2(2),
    /** RESP3. */
    RESP3(3);

    private final int version;

    Resp(int version) {
        this.version = version;
    }

    /**
     * The version as HELLO has it.
     *
     * @return 2 or 3
     */
    public int version() {
        return version;
    }
}

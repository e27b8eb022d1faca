package dev.carmine.client.internal.value;

/** Stands for an exception whose message may quote content: tells its class and where it was thrown. */
public final class WithoutContent extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Takes over what may be shown.
     *
     * @param original an exception, whose causes are treated alike
     */
    public WithoutContent(Throwable original) {
        this(original, 10);
    }

    private WithoutContent(Throwable original, int causes) {
        super(
                original.getClass().getName(),
                original.getCause() == null || causes == 0 ? null : new WithoutContent(original.getCause(), causes - 1),
                false,
                true);
        setStackTrace(original.getStackTrace());
    }
}

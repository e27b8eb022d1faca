package dev.carmine.client.command;

/**
 * Why {@code XNACK} gives entries back, which says how often they count as delivered. The constants are the words of the
 * command. Since Redis 8.8.
 */
public enum XnackMode {
    /** The consumer ends, or has not come to them: the delivery does not count. */
    SILENT,
    /** The consumer could not handle them, but another one may: the delivery counts. */
    FAIL,
    /** Nobody can handle them: they count as delivered as often as can be. */
    FATAL
}

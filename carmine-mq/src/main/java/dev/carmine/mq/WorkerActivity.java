package dev.carmine.mq;

/** What a worker does at a moment, beside handling messages. */
public enum WorkerActivity {
    /** It is stopped. */
    NOTHING,

    /** It has room for messages, and waits for some. */
    WAITING,

    /** A call to the server is under way, which settles and leases messages. */
    EXCHANGING,

    /** The last such call was not answered, or by an error, and is repeated until it is. */
    REPEATING,

    /** It has as many messages as it may, and waits for handlers, or for those of workers with which it shares slots. */
    FULL,

    /** It leases nothing for a time: its throttle has said so, or a message was released. */
    RESTING,

    /** It is stopping, and waits for handlers. */
    FINISHING
}

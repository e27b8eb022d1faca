package dev.carmine.mq;

/** Whether a worker leases messages. */
public enum WorkerState {
    /** It was not started yet, or has stopped: it has no message, and can be started. */
    STOPPED,

    /** It leases messages, and has them handled. */
    RUNNING,

    /** It leases nothing more, and waits for handlers that run. It can be started again. */
    STOPPING,

    /** It will never do anything any more. */
    CLOSED
}

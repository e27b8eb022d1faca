package dev.carmine.mq.internal;

import java.util.Locale;

/** The scripts of the queue, one resource each. The head of each tells its keys, arguments and reply. */
public enum QueueScript {
    ENQUEUE,
    EXCHANGE,
    EXTEND,
    CANCEL,
    STATUS,
    RESULT,
    LIST,
    REDRIVE,
    PURGE,
    CONFIGURE,
    STATS,
    CLEAR,
    FSCK,
    SCHEDULE,
    UNSCHEDULE,
    SCHEDULES,
    DUE,
    TICK;

    /** The resource beside this class. */
    String resource() {
        return name().toLowerCase(Locale.ROOT) + ".lua";
    }
}

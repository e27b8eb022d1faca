package dev.carmine.mq;

/** What became of an attempt to schedule a recurring message. */
public enum ScheduleResult {
    /** There was none of that name. It begins with its first tick from now on. */
    ADDED,

    /**
     * There was another definition, and the new one holds from now on. It goes on with the tick that was next if that is
     * due already or the recurrence is the same, and begins with its own first tick from now on if not.
     */
    UPDATED,

    /** There was the same definition, which goes on with the tick it had. */
    KEPT
}

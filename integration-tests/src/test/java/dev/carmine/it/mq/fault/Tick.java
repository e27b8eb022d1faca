package dev.carmine.it.mq.fault;

/**
 * A time at which a schedule has a message.
 *
 * @param message its id, and its content's name
 * @param due in ms by the server's clock
 */
record Tick(String message, long due) {
    static Tick of(String schedule, long due) {
        return new Tick(schedule + "@" + due, due);
    }
}

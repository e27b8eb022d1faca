package dev.carmine.mq;

/**
 * What became of an enqueue. Which it is depends on the message that has the id already, if there is one:
 *
 * <table>
 *   <caption>Results by state and options</caption>
 *   <tr><th>state of the id</th><th>plain</th><th>{@code UPDATE}</th><th>{@code REQUEUE}</th></tr>
 *   <tr><td>none, or dead</td><td>{@link #ADDED}</td><td>{@link #ADDED}</td><td>{@link #ADDED}</td></tr>
 *   <tr><td>ready or delayed</td><td>{@link #ALREADY_QUEUED}</td><td>{@link #UPDATED}</td>
 *       <td>{@link #ALREADY_QUEUED}</td></tr>
 *   <tr><td>leased</td><td>{@link #LOCKED}</td><td>{@link #LOCKED}</td><td>{@link #REQUEUED}; if content waits already
 *       {@link #ALREADY_QUEUED}, or with {@code UPDATE} {@link #UPDATED}</td></tr>
 *   <tr><td>deduplicating</td><td>{@link #DEDUPLICATED}</td><td>{@link #DEDUPLICATED}</td><td>as when leased</td></tr>
 * </table>
 */
public enum EnqueueStatus {
    /** The message is in the queue. */
    ADDED,

    /** The message that waited under this id has the new content, or the new delay. */
    UPDATED,

    /** The message waits for the end of the present run, or of the dedupe window, of its id. */
    REQUEUED,

    /** A message of this id waits already. Nothing has changed. */
    ALREADY_QUEUED,

    /** A message of this id is being handled. Nothing has changed. */
    LOCKED,

    /** A message of this id was handled a short while ago, and its dedupe window is open. Nothing has changed. */
    DEDUPLICATED
}

package dev.carmine.client;

/**
 * The version of RESP that a connection speaks.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">RESP</a>
 */
public enum Protocol {
    /** RESP3 where the server and the user's permissions allow it, else RESP2. */
    AUTO,
    /** RESP2 alone: no push messages, so no near-cache. */
    RESP2,
    /** RESP3 alone: connecting fails where the server does not speak it. */
    RESP3
}

package dev.carmine.protocol;

/**
 * An error reply.
 *
 * @param code the first word, such as {@code ERR} or {@code WRONGTYPE}; the whole message if it is a single word
 * @param message the whole text, code included
 */
public record RespError(String code, String message) {

    static RespError of(String message) {
        int blank = message.indexOf(' ');
        return new RespError(blank < 0 ? message : message.substring(0, blank), message);
    }
}

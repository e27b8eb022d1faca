package dev.carmine.protocol;

/**
 * A value is well-formed but not of the kind asked for. The message says what was expected and what was there, never
 * the content. The connection is not affected, and the cursor still stands at the value.
 */
public class RespTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RespTypeException(String expected, String actual) {
        super("expected " + expected + " but the reply has " + actual);
    }
}

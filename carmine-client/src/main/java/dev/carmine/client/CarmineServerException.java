package dev.carmine.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server answered with an error. The connection is sound, and the command was not executed unless the message says
 * otherwise (a script that fails half-way keeps what it has written).
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors">RESP errors</a>
 */
public final class CarmineServerException extends CarmineException {
    private static final long serialVersionUID = 1;

    /**
     * How servers before 7.0 wrap an error that a command inside a script has raised: behind the line of the script if
     * the command itself failed, and behind that twice, with a hyphen, if the server did not run it.
     */
    private static final Pattern INSIDE_SCRIPT = Pattern.compile(
            "ERR Error running script \\(call to \\w+\\): @user_script:\\d+: (?:@user_script: \\d+: -)?([A-Z][A-Z0-9]+) ");

    /** The code: the message's first word, or the code of the error inside a script. */
    private final String code;

    /**
     * Creates an exception.
     *
     * @param code the first word of the server's message
     * @param message the server's whole message, with the command it answers
     */
    public CarmineServerException(String code, String message) {
        super(message, null);
        this.code = codeInside(code, message);
    }

    /**
     * Tells the kind of error.
     *
     * @return a word in capitals such as {@code WRONGTYPE}, {@code NOSCRIPT} or {@code ERR}; where the server has
     *     wrapped the error of a command inside a script, the code of that inner error
     */
    public String code() {
        return code;
    }

    private static String codeInside(String code, String message) {
        if (code.equals("ERR")) {
            Matcher wrapped = INSIDE_SCRIPT.matcher(message);
            if (wrapped.find()) {
                return wrapped.group(1);
            }
        }
        return code;
    }
}

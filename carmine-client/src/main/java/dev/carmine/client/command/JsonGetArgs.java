package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * How {@code JSON.GET} lays out its JSON: {@code JsonGetArgs.compact().indent("  ").newline("\n").space(" ")}.
 * Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/json.get/">JSON.GET</a>
 */
public final class JsonGetArgs {
    private final Words indent;
    private final Words newline;
    private final Words space;

    private JsonGetArgs(Words indent, Words newline, Words space) {
        this.indent = indent;
        this.newline = newline;
        this.space = space;
    }

    /**
     * All on one line without blanks, which is the server's default.
     *
     * @return arguments that say nothing
     */
    public static JsonGetArgs compact() {
        return new JsonGetArgs(Words.none(), Words.none(), Words.none());
    }

    /**
     * Says what each line begins with, once for each level ({@code INDENT}).
     *
     * @param text usually blanks
     * @return arguments with that instead of any other
     */
    public JsonGetArgs indent(String text) {
        return new JsonGetArgs(Words.of("INDENT", text), newline, space);
    }

    /**
     * Says what each line ends with ({@code NEWLINE}).
     *
     * @param text usually a line feed
     * @return arguments with that instead of any other
     */
    public JsonGetArgs newline(String text) {
        return new JsonGetArgs(indent, Words.of("NEWLINE", text), space);
    }

    /**
     * Says what stands between a name and its value ({@code SPACE}).
     *
     * @param text usually a blank
     * @return arguments with that instead of any other
     */
    public JsonGetArgs space(String text) {
        return new JsonGetArgs(indent, newline, Words.of("SPACE", text));
    }

    /** What follows the key. */
    List<Object> words() {
        return indent.and(newline).and(space).toList();
    }
}

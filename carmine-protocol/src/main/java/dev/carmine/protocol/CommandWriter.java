package dev.carmine.protocol;

import java.nio.charset.StandardCharsets;

/**
 * Builds the encoding of one command: an array of bulk strings, the form in which both RESP2 and RESP3 take commands.
 * Text is encoded in UTF-8; what UTF-16 does not allow, a lone surrogate, becomes {@code ?}.
 *
 * <p>Not thread-safe.
 */
public final class CommandWriter {

    /** Up to this length a loop over characters is cheaper than an array in between. */
    private static final int SHORT_TEXT = 128;

    private final ByteOutput arguments = new ByteOutput();
    private int count;

    /** A command without words as yet. */
    public CommandWriter() {}

    /**
     * Adds a word as it is.
     *
     * @param word the bytes; copied
     * @return this
     */
    public CommandWriter arg(byte[] word) {
        beginWord(word.length);
        arguments.put(word);
        return endWord();
    }

    /**
     * Adds a word of text.
     *
     * @param word the text, encoded in UTF-8
     * @return this
     */
    public CommandWriter arg(CharSequence word) {
        return arg(word.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds an integer in decimal.
     *
     * @param word the number
     * @return this
     */
    public CommandWriter arg(long word) {
        beginWord(Decimals.length(word));
        arguments.putDecimal(word);
        return endWord();
    }

    /**
     * Adds a number in the shortest form that servers read as the same double: whole numbers without a fraction,
     * infinities as {@code inf} and {@code -inf}.
     *
     * @param word the number
     * @return this
     * @throws IllegalArgumentException if it is NaN; the few commands that take it take it as text
     */
    public CommandWriter arg(double word) {
        if (Double.isNaN(word)) {
            throw new IllegalArgumentException(
                    "NaN cannot be sent as a number: the few commands that take it take it as text");
        }
        return arg(Decimals.toText(word));
    }

    /**
     * The length of the encoding.
     *
     * @return the number of bytes {@link #toByteArray()} will return
     */
    public int size() {
        return Math.addExact(headLength(count), arguments.size());
    }

    /**
     * The encoding of the command as it is now.
     *
     * @return a new array
     */
    public byte[] toByteArray() {
        byte[] command = new byte[size()];
        int body = putHead(command, 0, (byte) '*', count);
        arguments.copyTo(command, body);
        return command;
    }

    /**
     * Encodes a command of which only the last word varies, in an array of exactly the right size.
     *
     * @param prefix the encoding of the command up to its last word, such as {@code *2\r\n$3\r\nGET\r\n}
     * @param arg the last word, encoded in UTF-8
     * @return the whole command in a new array
     */
    public static byte[] encode(byte[] prefix, String arg) {
        int length = arg.length();
        if (length <= SHORT_TEXT) {
            byte[] command = newCommand(prefix, length);
            int at = command.length - 2 - length;
            int i = 0;
            while (i < length && arg.charAt(i) < 0x80) {
                command[at + i] = (byte) arg.charAt(i);
                i++;
            }
            if (i == length) {
                return command;
            }
        }
        byte[] word = arg.getBytes(StandardCharsets.UTF_8);
        byte[] command = newCommand(prefix, word.length);
        System.arraycopy(word, 0, command, command.length - 2 - word.length, word.length);
        return command;
    }

    /** A command that has everything but the bytes of its last word. */
    private static byte[] newCommand(byte[] prefix, int length) {
        byte[] command = new byte[Math.addExact(Math.addExact(prefix.length + 2, headLength(length)), length)];
        System.arraycopy(prefix, 0, command, 0, prefix.length);
        putHead(command, prefix.length, (byte) '$', length);
        command[command.length - 2] = '\r';
        command[command.length - 1] = '\n';
        return command;
    }

    private void beginWord(int length) {
        arguments.put((byte) '$');
        arguments.putDecimal(length);
        arguments.putLineEnd();
    }

    private CommandWriter endWord() {
        arguments.putLineEnd();
        count++;
        return this;
    }

    private static int headLength(int number) {
        return 1 + Decimals.length(number) + 2;
    }

    /** Writes a type byte, a length and CRLF; returns the index after them. */
    private static int putHead(byte[] target, int index, byte marker, int number) {
        int end = index + headLength(number);
        target[index] = marker;
        Decimals.writeBefore(target, end - 2, number);
        target[end - 2] = '\r';
        target[end - 1] = '\n';
        return end;
    }
}

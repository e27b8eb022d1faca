package dev.carmine.client.internal.command;

import dev.carmine.protocol.CommandWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes an encoded command apart again, where its words are needed: for routing, and to find a blocking time. */
final class EncodedWords {
    /** The length of {@code $0} and the end of the line. */
    private static final int EMPTY_HEAD = 4;

    private EncodedWords() {}

    /** The words of a command as copies, given the RESP array that {@code CommandWriter} has made of them. */
    static List<byte[]> of(byte[] command) {
        Cursor cursor = new Cursor(command);
        int count = cursor.number();
        List<byte[]> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int length = cursor.number();
            words.add(Arrays.copyOfRange(command, cursor.position, cursor.position + length));
            cursor.position += length + 2;
        }
        return words;
    }

    /** The RESP array of words. */
    static byte[] encoded(List<byte[]> words) {
        CommandWriter writer = new CommandWriter();
        for (byte[] word : words) {
            writer.arg(word);
        }
        return writer.toByteArray();
    }

    /** The words as text, each byte a character: enough for what servers compare with ASCII words. */
    static List<String> textsOf(byte[] command) {
        return of(command).stream()
                .map(word -> new String(word, StandardCharsets.ISO_8859_1))
                .toList();
    }

    /**
     * A command with words in the places of empty ones.
     *
     * @param positions where they belong among the words, ascending; an empty word stands at each
     */
    static byte[] filled(byte[] command, List<Integer> positions, List<byte[]> words) {
        byte[][] heads = new byte[words.size()][];
        int length = command.length;
        for (int i = 0; i < heads.length; i++) {
            heads[i] = ("$" + words.get(i).length + "\r\n").getBytes(StandardCharsets.US_ASCII);
            length = Math.addExact(length, heads[i].length - EMPTY_HEAD + words.get(i).length);
        }
        byte[] filled = new byte[length];
        Cursor cursor = new Cursor(command);
        int count = cursor.number();
        int next = 0;
        int copied = 0;
        int end = 0;
        for (int i = 0; i < count && next < heads.length; i++) {
            int start = cursor.position;
            int wordLength = cursor.number();
            cursor.position += wordLength + 2;
            if (positions.get(next) == i) {
                end = append(command, copied, start - copied, filled, end);
                end = append(heads[next], 0, heads[next].length, filled, end);
                end = append(words.get(next), 0, words.get(next).length, filled, end);
                copied = start + EMPTY_HEAD;
                next++;
            }
        }
        int unused = append(command, copied, command.length - copied, filled, end);
        return filled;
    }

    /** A command with two other words in the places of its first two. */
    static byte[] replacedFirst(byte[] command, byte[] first, byte[] second) {
        Cursor cursor = new Cursor(command);
        int count = cursor.number();
        for (int i = 0; i < 2; i++) {
            int length = cursor.number();
            cursor.position += length + 2;
        }
        CommandWriter beginning = new CommandWriter();
        beginning.arg(first);
        beginning.arg(second);
        byte[] words = beginning.toByteArray();
        byte[] head = ("*" + count + "\r\n").getBytes(StandardCharsets.US_ASCII);
        int ownHead = 4; // *2, with the end of the line
        byte[] replaced = new byte[head.length + words.length - ownHead + command.length - cursor.position];
        int end = append(head, 0, head.length, replaced, 0);
        end = append(words, ownHead, words.length - ownHead, replaced, end);
        int unused = append(command, cursor.position, command.length - cursor.position, replaced, end);
        return replaced;
    }

    /** Copies; returns where the copy ends. */
    private static int append(byte[] source, int from, int length, byte[] target, int at) {
        System.arraycopy(source, from, target, at, length);
        return at + length;
    }

    /** Reads the lines {@code *n} and {@code $n}. The bytes are our own, so they are trusted. */
    private static final class Cursor {
        private final byte[] bytes;
        private int position;

        Cursor(byte[] bytes) {
            this.bytes = bytes;
        }

        int number() {
            position++;
            int number = 0;
            while (bytes[position] != '\r') {
                number = number * 10 + bytes[position++] - '0';
            }
            position += 2;
            return number;
        }
    }
}

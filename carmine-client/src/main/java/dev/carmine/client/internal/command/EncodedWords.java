package dev.carmine.client.internal.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes an encoded command apart again, where its words are needed: for routing, and to find a blocking time. */
final class EncodedWords {
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

    /** The words as text, each byte a character: enough for what servers compare with ASCII words. */
    static List<String> textsOf(byte[] command) {
        return of(command).stream()
                .map(word -> new String(word, StandardCharsets.ISO_8859_1))
                .toList();
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

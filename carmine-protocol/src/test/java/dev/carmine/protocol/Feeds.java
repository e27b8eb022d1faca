package dev.carmine.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ways of feeding bytes to an input, and of getting them. */
final class Feeds {

    private Feeds() {}

    /** The bytes of text; characters up to U+00FF stand for one byte each. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static List<byte[]> splitAt(byte[] bytes, int index) {
        return List.of(Arrays.copyOf(bytes, index), Arrays.copyOfRange(bytes, index, bytes.length));
    }

    static List<byte[]> inPiecesOf(int length, byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += length) {
            pieces.add(Arrays.copyOfRange(bytes, at, Math.min(at + length, bytes.length)));
        }
        return pieces;
    }

    static List<byte[]> inRandomPieces(Random random, byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        // Mostly small pieces, at times one that takes the rest.
        int longest = 1 << random.nextInt(18);
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(1 + random.nextInt(longest), bytes.length - at);
            pieces.add(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        return pieces;
    }

    /** An input that has been fed the bytes and not been asked for a frame. */
    static FrameInput inputOf(byte[] bytes) {
        FrameInput input = new FrameInput(RespLimits.defaults());
        input.feed(ByteBuffer.wrap(bytes));
        return input;
    }

    /** A reader of the one frame there is. */
    static RespReader read(String wire) {
        FrameInput input = inputOf(bytes(wire));
        if (!input.nextFrame()) {
            throw new AssertionError("no complete frame in " + wire);
        }
        return input.frame();
    }

    /** Feeds the pieces one after another, reading what frames there are after each. */
    static List<RespValue> readAll(FrameInput input, List<byte[]> pieces) {
        List<RespValue> values = new ArrayList<>();
        for (byte[] piece : pieces) {
            input.feed(ByteBuffer.wrap(piece));
            while (input.nextFrame()) {
                values.add(input.frame().readValue());
            }
        }
        return values;
    }

    static List<RespValue> readAll(List<byte[]> pieces) {
        return readAll(new FrameInput(RespLimits.defaults()), pieces);
    }
}

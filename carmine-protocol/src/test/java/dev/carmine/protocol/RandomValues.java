package dev.carmine.protocol;

import dev.carmine.protocol.RespValue.Entry;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes values of all kinds, nested a few levels deep, some of them large. */
final class RandomValues {

    private static final int MAX_DEPTH = 4;

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    /** A value that can be a frame: any kind, with or without attributes. */
    RespValue frame() {
        RespValue value = random.nextInt(10) == 0 ? new RespValue.Push(elements(MAX_DEPTH - 1)) : plain(MAX_DEPTH);
        return withAttributesAtTimes(value, MAX_DEPTH);
    }

    /** A value that can be an element: any kind but a push. */
    RespValue element() {
        return element(MAX_DEPTH);
    }

    private RespValue element(int depth) {
        return withAttributesAtTimes(plain(depth), depth);
    }

    private RespValue withAttributesAtTimes(RespValue value, int depth) {
        return depth > 0 && random.nextInt(20) == 0 ? new RespValue.Attributed(entries(depth - 1), value) : value;
    }

    private RespValue plain(int depth) {
        return switch (random.nextInt(depth > 0 ? 13 : 10)) {
            case 0 -> new RespValue.SimpleString(line());
            case 1 -> new RespValue.BulkString(blob());
            case 2 -> new RespValue.SimpleError(line());
            case 3 -> new RespValue.BulkError(text());
            case 4 -> new RespValue.IntegerNumber(integer());
            case 5 -> new RespValue.DoubleNumber(number());
            case 6 -> new RespValue.BooleanValue(random.nextBoolean());
            case 7 -> new RespValue.Null();
            case 8 ->
                new RespValue.BigNumber(
                        new BigInteger(1 + random.nextInt(300), random).negate().toString());
            case 9 -> new RespValue.VerbatimString(random.nextBoolean() ? "txt" : "mkd", text());
            case 10 -> new RespValue.Array(elements(depth - 1));
            case 11 -> new RespValue.SetValue(elements(depth - 1));
            default -> new RespValue.MapValue(entries(depth - 1));
        };
    }

    private List<RespValue> elements(int depth) {
        return list(() -> element(depth));
    }

    private List<Entry> entries(int depth) {
        return list(() -> new Entry(element(depth), element(depth)));
    }

    private <T> List<T> list(Supplier<T> element) {
        int size = random.nextInt(6);
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return list;
    }

    private byte[] blob() {
        int bound = random.nextInt(30) == 0 ? 3 * LargeBody.MIN_LENGTH : 40;
        byte[] bytes = new byte[random.nextInt(bound)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String line() {
        return text().replace('\r', '>').replace('\n', '$');
    }

    private String text() {
        String alphabet = "ab c\r\n$*>|.;é€😀0";
        int[] characters = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }

    private long integer() {
        return switch (random.nextInt(5)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Long.MAX_VALUE;
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    private double number() {
        return switch (random.nextInt(8)) {
            case 0 -> Double.POSITIVE_INFINITY;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> Double.NaN;
            case 3 -> -0.0;
            case 4 -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62));
            case 5 -> random.nextInt(1000) / 100.0;
            case 6 -> random.nextInt();
            default -> random.nextGaussian() * 1e10;
        };
    }
}

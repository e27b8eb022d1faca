package dev.carmine.protocol;

import java.nio.charset.StandardCharsets;

/** Numbers as decimal ASCII text, read and written in place. Ranges are from inclusive to exclusive index. */
final class Decimals {

    /** Digits of the largest number of 64 bits; fewer than that cannot overflow. */
    private static final int MAX_LONG_DIGITS = 19;

    /** Powers of ten that a double represents exactly. */
    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Digits that surely fit the 53 bits of a double's significand. */
    private static final int EXACT_DIGITS = 15;

    private Decimals() {}

    /** Whether the text is an optional sign and digits that fit 64 bits. */
    static boolean isLong(byte[] text, int from, int to) {
        int digits = afterSign(text, from, to);
        if (digits == to || to - digits > MAX_LONG_DIGITS || skipDigits(text, digits, to) != to) {
            return false;
        }
        // 19 digits always fit 64 bits without sign, so a negative result means that the 64th is in use.
        long value = toLong(text, from, to);
        boolean negative = text[from] == '-';
        return negative ? value <= 0 : value >= 0;
    }

    /** The number; the text must satisfy {@link #isLong}, but may be out of range in which case the result wraps. */
    static long toLong(byte[] text, int from, int to) {
        long value = 0;
        for (int i = afterSign(text, from, to); i < to; i++) {
            value = value * 10 + (text[i] - '0');
        }
        return text[from] == '-' ? -value : value;
    }

    /** Whether the text is an optional sign and any number of digits. */
    static boolean isInteger(byte[] text, int from, int to) {
        int digits = afterSign(text, from, to);
        return digits < to && skipDigits(text, digits, to) == to;
    }

    /**
     * Whether the text is a double as RESP3 writes it: {@code [+-]digits[.digits][e[+-]digits]}, {@code inf},
     * {@code -inf} or {@code nan}; servers before 7.2 also send {@code -nan}.
     */
    static boolean isDouble(byte[] text, int from, int to) {
        int at = afterSign(text, from, to);
        int end = skipDigits(text, at, to);
        if (end == at) {
            return isWord(text, from, to);
        }
        if (end < to && text[end] == '.') {
            at = end + 1;
            end = skipDigits(text, at, to);
            if (end == at) {
                return false;
            }
        }
        if (end < to && (text[end] == 'e' || text[end] == 'E')) {
            at = afterSign(text, end + 1, to);
            end = skipDigits(text, at, to);
            if (end == at) {
                return false;
            }
        }
        return end == to;
    }

    /** The number; the text must satisfy {@link #isDouble}. */
    static double toDouble(byte[] text, int from, int to) {
        // A significand of up to 53 bits divided by an exact power of ten is correctly rounded, as both are exact.
        long significand = 0;
        int digits = 0;
        int fraction = 0;
        boolean afterPoint = false;
        for (int i = afterSign(text, from, to); i < to; i++) {
            byte b = text[i];
            if (b == '.') {
                afterPoint = true;
            } else if (b >= '0' && b <= '9' && digits < EXACT_DIGITS) {
                significand = significand * 10 + (b - '0');
                digits++;
                fraction += afterPoint ? 1 : 0;
            } else {
                return parseDouble(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
            }
        }
        double value = significand / EXACT_POWERS[fraction];
        return text[from] == '-' ? -value : value;
    }

    private static double parseDouble(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    private static boolean isWord(byte[] text, int from, int to) {
        int word = from < to && text[from] == '-' ? from + 1 : from;
        if (to - word != 3) {
            return false;
        }
        return (text[word] == 'i' && text[word + 1] == 'n' && text[word + 2] == 'f')
                || (text[word] == 'n' && text[word + 1] == 'a' && text[word + 2] == 'n');
    }

    /** The number as servers read it, which is what strtod of C reads; it must not be NaN. */
    static String toText(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        // Servers read 3.0 as well, but some commands echo what they were sent.
        long whole = (long) value;
        boolean isWhole = whole == value && Math.abs(whole) < 1L << 53;
        boolean isNegativeZero = whole == 0 && Double.doubleToRawLongBits(value) != 0;
        return isWhole && !isNegativeZero ? Long.toString(whole) : Double.toString(value);
    }

    /** How many characters the number takes. */
    static int length(long value) {
        if (value < 0) {
            // The absolute value of the smallest number does not exist.
            return value == Long.MIN_VALUE ? MAX_LONG_DIGITS + 1 : 1 + length(-value);
        }
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** Writes the number so that it ends before the index {@code end}; returns the index of its first character. */
    static int writeBefore(byte[] target, int end, long value) {
        int at = end;
        long rest = value;
        do {
            // The remainder of a negative number is negative, so the smallest number needs no special treatment.
            target[--at] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        } while (rest != 0);
        if (value < 0) {
            target[--at] = '-';
        }
        return at;
    }

    private static int afterSign(byte[] text, int from, int to) {
        return from < to && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
    }

    private static int skipDigits(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }
}

package dev.carmine.protocol;

import java.util.Arrays;

/** The aggregates and attributes that are open at one point of a frame: an explicit stack, so depth costs no other. */
final class Nesting {

    private static final int INITIAL_DEPTH = 8;

    /** In {@link #left}, a streamed aggregate that has had no element; it counts downwards from here. */
    private static final int STREAMED = -1;

    private int depth;

    /** Type bytes of what is open, outermost first. */
    private byte[] markers = new byte[INITIAL_DEPTH];

    /** For everything open the number of elements to come; for what is streamed -1 minus the number it has had. */
    private int[] left = new int[INITIAL_DEPTH];

    /** An attribute is complete, and the value it belongs to has not begun. */
    private boolean awaitsAttributed;

    int depth() {
        return depth;
    }

    /** Whether the innermost aggregate is a streamed one. */
    boolean isInStreamed() {
        return depth > 0 && left[depth - 1] < 0;
    }

    /** Whether the innermost aggregate is a streamed map that has had a key without a value. */
    boolean isAfterStreamedKey() {
        // STREAMED is odd, so an odd number of elements makes the count even.
        return isInStreamed() && markers[depth - 1] == '%' && left[depth - 1] % 2 == 0;
    }

    /** Whether a value has to follow because there are attributes for it. */
    boolean awaitsAttributed() {
        return awaitsAttributed;
    }

    /** A value begins, or another attribute of it. */
    void beginValue() {
        awaitsAttributed = false;
    }

    /** How many elements the innermost aggregate has still to get before its last; 0 where that is not known. */
    int elementsBeforeLast() {
        return depth == 0 ? 0 : Math.max(left[depth - 1] - 1, 0);
    }

    /** So many elements of the innermost aggregate are complete, at most {@link #elementsBeforeLast()}. */
    void endElements(int count) {
        awaitsAttributed = false;
        left[depth - 1] -= count;
    }

    void openStreamed(byte marker) {
        open(marker, STREAMED);
    }

    /** Opens an aggregate or attribute of so many elements, at least one. */
    void open(byte marker, int elements) {
        if (depth == markers.length) {
            markers = Arrays.copyOf(markers, depth * 2);
            left = Arrays.copyOf(left, depth * 2);
        }
        markers[depth] = marker;
        left[depth] = elements;
        depth++;
    }

    void closeStreamed() {
        depth--;
    }

    /** An attribute is complete: it is no element of anything, but precedes one. */
    void endAttribute() {
        awaitsAttributed = true;
    }

    /** A value is complete, and with it every aggregate whose last element it is; true if nothing remains open. */
    boolean endValue() {
        while (depth > 0) {
            int top = depth - 1;
            left[top]--;
            if (left[top] != 0) {
                return false;
            }
            depth = top;
            if (markers[top] == '|') {
                endAttribute();
                return false;
            }
        }
        return true;
    }
}

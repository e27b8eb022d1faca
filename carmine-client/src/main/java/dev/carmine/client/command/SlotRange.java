package dev.carmine.client.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Slots of a cluster in a row.
 *
 * @param first the first of them, from 0 to 16383
 * @param last the last of them, which may be the same
 */
public record SlotRange(int first, int last) {
    /** How many slots a cluster has. */
    static final int COUNT = 16_384;

    private static final int LAST_SLOT = COUNT - 1;

    /**
     * The slots from one to another.
     *
     * @throws IllegalArgumentException if there are no such slots, or the last comes before the first
     */
    public SlotRange {
        if (first < 0 || last > LAST_SLOT || first > last) {
            throw new IllegalArgumentException("Slots go from 0 to " + LAST_SLOT
                    + ", the first before the last, but not " + first + " to " + last);
        }
    }

    /** The slots one by one. */
    static List<Object> words(String command, int... slots) {
        requireSome(command, slots.length);
        return Arrays.stream(slots)
                .<Object>mapToObj(slot -> new SlotRange(slot, slot).first)
                .toList();
    }

    /** The first and the last slot of each of the ranges. */
    static List<Object> words(String command, SlotRange... ranges) {
        requireSome(command, ranges.length);
        return Stream.of(ranges)
                .<Object>flatMap(range -> Stream.of(range.first, range.last))
                .toList();
    }

    private static void requireSome(String command, int count) {
        if (count == 0) {
            throw new IllegalArgumentException(command + " needs at least one slot");
        }
    }
}

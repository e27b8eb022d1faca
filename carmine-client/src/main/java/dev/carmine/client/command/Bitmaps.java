package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.BitmapDecoders.*;
import static dev.carmine.client.internal.reply.Decoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands on bitmaps: strings whose bits count. Bit 0 is the highest one of the first byte. */
public final class Bitmaps {
    private Bitmaps() {}

    // spotless:off
    /** Returns how many bits are set; 0 if {@code key} is missing. O(N) in the bytes, since 2.6.0: <a href="https://redis.io/docs/latest/commands/bitcount/">BITCOUNT</a>. */
    @Redis("BITCOUNT") @ReadOnly public static Command<Long> bitcount(String key) { return BITCOUNT.command(key, LONG); }

    /** Returns how many bits are set in the bytes from {@code start} to {@code end}, both included; negative positions count from the end. O(N) in the bytes, since 2.6.0: <a href="https://redis.io/docs/latest/commands/bitcount/">BITCOUNT</a>. */
    @Redis("BITCOUNT") @ReadOnly public static Command<Long> bitcount(String key, long start, long end) { return BITCOUNT.key(key).arg(start).arg(end).command(LONG); }

    /** Returns how many bits are set in the bytes or bits from {@code start} to {@code end}, both included; negative positions count from the end. O(N) in the bytes, since 7.0.0: <a href="https://redis.io/docs/latest/commands/bitcount/">BITCOUNT</a>. */
    @Redis("BITCOUNT") @ReadOnly public static Command<Long> bitcount(String key, long start, long end, BitUnit unit) { return BITCOUNT.key(key).arg(start).arg(end).arg(unit.name()).command(LONG); }

    /** Reads and changes integers of any width within the bitmap, and returns a number for each step; null where it would not fit and {@link BitOverflow#FAIL} was asked for. O(1) a step, since 3.2.0: <a href="https://redis.io/docs/latest/commands/bitfield/">BITFIELD</a>. */
    @Redis("BITFIELD") public static Command<List<@Nullable Long>> bitfield(String key, BitfieldArgs args) { return BITFIELD.key(key).args(args.words()).command(OPTIONAL_LONGS); }

    /** Reads integers of any width within the bitmap; what is beyond its end counts as zeros. O(1) a field, since 6.0.0: <a href="https://redis.io/docs/latest/commands/bitfield_ro/">BITFIELD_RO</a>. */
    @Redis("BITFIELD_RO") @ReadOnly public static Command<List<Long>> bitfieldRo(String key, BitField... fields) { return BITFIELD_RO.key(key).args(gets(fields)).command(LONGS); }

    /** Makes a bitmap from others, and returns its length in bytes; those that are shorter or missing count as zeros. O(N) in the bytes, since 2.6.0: <a href="https://redis.io/docs/latest/commands/bitop/">BITOP</a>. */
    @Redis("BITOP") public static Command<Long> bitop(BitOperation operation, String destination, String... keys) { return BITOP.words().arg(operation.name()).key(destination).keys(keys).command(LONG); }

    /** Makes a bitmap from another with each of its bits turned over, and returns its length in bytes. O(N) in the bytes, since 2.6.0: <a href="https://redis.io/docs/latest/commands/bitop/">BITOP</a>. */
    @Redis("BITOP") public static Command<Long> bitopNot(String destination, String key) { return BITOP.words().arg("NOT").key(destination).key(key).command(LONG); }

    /** Returns the position of the first bit that is 0 or 1. For 1 it is -1 if there is none; for 0 it is then the one after the last. O(N) in the bytes, since 2.8.7: <a href="https://redis.io/docs/latest/commands/bitpos/">BITPOS</a>. */
    @Redis("BITPOS") @ReadOnly public static Command<Long> bitpos(String key, int bit) { return BITPOS.key(key).arg(bit(bit)).command(LONG); }

    /** Returns the position of the first bit that is 0 or 1 from the byte {@code start} on, counted from the end if negative. For 1 it is -1 if there is none; for 0 it is then the one after the last. O(N) in the bytes, since 2.8.7: <a href="https://redis.io/docs/latest/commands/bitpos/">BITPOS</a>. */
    @Redis("BITPOS") @ReadOnly public static Command<Long> bitpos(String key, int bit, long start) { return BITPOS.key(key).arg(bit(bit)).arg(start).command(LONG); }

    /** Returns the position of the first bit that is 0 or 1 in the bytes from {@code start} to {@code end}, both included, or -1 if there is none; negative positions count from the end. O(N) in the bytes, since 2.8.7: <a href="https://redis.io/docs/latest/commands/bitpos/">BITPOS</a>. */
    @Redis("BITPOS") @ReadOnly public static Command<Long> bitpos(String key, int bit, long start, long end) { return BITPOS.key(key).arg(bit(bit)).arg(start).arg(end).command(LONG); }

    /** Returns the position of the first bit that is 0 or 1 in the bytes or bits from {@code start} to {@code end}, both included, or -1 if there is none; negative positions count from the end. O(N) in the bytes, since 7.0.0: <a href="https://redis.io/docs/latest/commands/bitpos/">BITPOS</a>. */
    @Redis("BITPOS") @ReadOnly public static Command<Long> bitpos(String key, int bit, long start, long end, BitUnit unit) { return BITPOS.key(key).arg(bit(bit)).arg(start).arg(end).arg(unit.name()).command(LONG); }

    /** Returns the bit at a position, 0 or 1; 0 beyond the end. O(1), since 2.2.0: <a href="https://redis.io/docs/latest/commands/getbit/">GETBIT</a>. */
    @Redis("GETBIT") @ReadOnly public static Command<Long> getbit(String key, long offset) { return GETBIT.key(key).arg(offset).command(LONG); }

    /** Sets the bit at a position to 0 or 1, and returns what it was; the bitmap grows as needed. O(1), since 2.2.0: <a href="https://redis.io/docs/latest/commands/setbit/">SETBIT</a>. */
    @Redis("SETBIT") public static Command<Long> setbit(String key, long offset, int bit) { return SETBIT.key(key).arg(offset).arg(bit(bit)).command(LONG); }
    // spotless:on

    private static int bit(int value) {
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("A bit is 0 or 1, not " + value);
        }
        return value;
    }

    private static String[] gets(BitField... fields) {
        return Stream.of(fields)
                .flatMap(field -> Stream.of("GET", field.type(), field.offset()))
                .toArray(String[]::new);
    }
}

package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.command.BitField;
import dev.carmine.client.command.BitOperation;
import dev.carmine.client.command.BitOverflow;
import dev.carmine.client.command.BitUnit;
import dev.carmine.client.command.BitfieldArgs;
import dev.carmine.client.command.SyncBitmaps;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import org.junit.jupiter.api.Test;

@EachFace
class BitmapCommandsIT extends CommandContract {
    BitmapCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncBitmaps.class, face, resp, server);
    }

    @Test
    void bitsAreSetReadCountedAndFound() {
        assertThat(redis.setbit("bits", 1, 1)).isZero();
        assertThat(redis.setbit("bits", 20, 1)).isZero();
        assertThat(redis.setbit("bits", 1, 1)).isEqualTo(1);
        assertThat(redis.getbit("bits", 20)).isEqualTo(1);
        assertThat(redis.getbit("bits", 21)).isZero();
        assertThat(redis.bitcount("bits")).isEqualTo(2);
        assertThat(redis.bitcount("bits", 1, -1)).isEqualTo(1);
        assertThat(redis.bitpos("bits", 1)).isEqualTo(1);
        assertThat(redis.bitpos("bits", 1, 1)).isEqualTo(20);
        assertThat(redis.bitpos("bits", 1, 1, 1)).isEqualTo(-1);
        assertThat(redis.bitpos("bits:none", 0)).isZero();
        assertThat(redis.bitcount("bits:none")).isZero();
    }

    @Test
    @SinceRedis("7.0")
    void rangesCountBitsToo() {
        redis.setbit("ranges", 1, 1);
        redis.setbit("ranges", 20, 1);
        assertThat(redis.bitcount("ranges", 2, 20, BitUnit.BIT)).isEqualTo(1);
        assertThat(redis.bitpos("ranges", 1, 2, 20, BitUnit.BIT)).isEqualTo(20);
        assertThat(redis.bitpos("ranges", 0, 0, 0, BitUnit.BYTE)).isZero();
    }

    @Test
    void bitmapsAreCombined() {
        redis.set("a", "abc");
        redis.set("b", "a");
        assertThat(redis.bitop(BitOperation.AND, "and", "a", "b")).isEqualTo(3);
        assertThat(redis.get("and")).isEqualTo("a\0\0");
        assertThat(redis.bitop(BitOperation.XOR, "xor", "a", "b")).isEqualTo(3);
        assertThat(redis.get("xor")).isEqualTo("\0bc");
        assertThat(redis.bitopNot("not", "b")).isEqualTo(1);
        assertThat(redis.bitcount("not")).isEqualTo(5);
    }

    @Test
    @SinceRedis("8.2")
    void bitmapsAreSubtracted() {
        redis.set("a", "abc");
        redis.set("b", "a");
        assertThat(redis.bitop(BitOperation.DIFF, "diff", "a", "b")).isEqualTo(3);
        assertThat(redis.get("diff")).isEqualTo("\0bc");
        assertThat(redis.bitop(BitOperation.DIFF1, "diff1", "a", "b")).isEqualTo(3);
        assertThat(redis.get("diff1")).isEqualTo("\0\0\0");
        assertThat(redis.bitop(BitOperation.ANDOR, "andor", "a", "b")).isEqualTo(3);
        assertThat(redis.get("andor")).isEqualTo("a\0\0");
        assertThat(redis.bitop(BitOperation.ONE, "one", "a", "b")).isEqualTo(3);
        assertThat(redis.get("one")).isEqualTo("\0bc");
    }

    @Test
    void fieldsAreReadAndChanged() {
        BitField first = BitField.unsigned(8);
        BitField second = BitField.signed(8).atIndex(1);
        assertThat(redis.bitfield("fields", BitfieldArgs.set(first, 250).andIncrby(second, -3)))
                .containsExactly(0L, -3L);
        assertThat(redis.bitfield(
                        "fields",
                        BitfieldArgs.onOverflow(BitOverflow.FAIL)
                                .andIncrby(first, 10)
                                .overflow(BitOverflow.SAT)
                                .andIncrby(first, 10)
                                .overflow(BitOverflow.WRAP)
                                .andIncrby(first, 3)
                                .andGet(second)))
                .containsExactly(null, 255L, 2L, -3L);
        assertThat(redis.bitfieldRo("fields", first, second, first.at(1_000))).containsExactly(2L, -3L, 0L);
    }
}

package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Frames;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BitmapsTest extends FactoryContract {
    private static final BitField BYTE = BitField.unsigned(8);

    BitmapsTest() {
        super(Bitmaps.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Bitmaps.bitcount("k"), "BITCOUNT k", "k"),
            row(Bitmaps.bitcount("k", 0, -1), "BITCOUNT k 0 -1", "k"),
            row(Bitmaps.bitcount("k", 0, -1, BitUnit.BIT), "BITCOUNT k 0 -1 BIT", "k"),
            row(Bitmaps.bitfield("k", BitfieldArgs.get(BYTE.at(3))), "BITFIELD k GET u8 3", "k"),
            row(Bitmaps.bitfieldRo("k", BYTE, BitField.signed(5).atIndex(2)), "BITFIELD_RO k GET u8 0 GET i5 #2", "k"),
            row(Bitmaps.bitop(BitOperation.AND, "d", "k1", "k2"), "BITOP AND d k1 k2", "d k1 k2"),
            row(Bitmaps.bitopNot("d", "k"), "BITOP NOT d k", "d k"),
            row(Bitmaps.bitpos("k", 1), "BITPOS k 1", "k"),
            row(Bitmaps.bitpos("k", 0, 2), "BITPOS k 0 2", "k"),
            row(Bitmaps.bitpos("k", 0, 2, -1), "BITPOS k 0 2 -1", "k"),
            row(Bitmaps.bitpos("k", 0, 2, -1, BitUnit.BYTE), "BITPOS k 0 2 -1 BYTE", "k"),
            row(Bitmaps.getbit("k", 7), "GETBIT k 7", "k"),
            row(Bitmaps.setbit("k", 7, 1), "SETBIT k 7 1", "k"));
    }
    // spotless:on

    @Test
    void aBitfieldTakesItsStepsInTheirOrder() {
        BitfieldArgs args = BitfieldArgs.onOverflow(BitOverflow.FAIL)
                .andIncrby(BYTE, 300)
                .andSet(BYTE.at(8), 1)
                .overflow(BitOverflow.SAT)
                .andIncrby(BitField.signed(64).atIndex(1), -5);
        assertThat(String.join(" ", Frames.words(Bitmaps.bitfield("k", args))))
                .isEqualTo("BITFIELD k OVERFLOW FAIL INCRBY u8 0 300 SET u8 8 1 OVERFLOW SAT INCRBY i64 #1 -5");
        assertThat(BitfieldArgs.set(BYTE, 1).words()).containsExactly("SET", "u8", "0", 1L);
        assertThat(BitfieldArgs.incrby(BYTE, 1).words()).containsExactly("INCRBY", "u8", "0", 1L);
    }

    @Test
    void whatCannotBeAFieldIsRefused() {
        assertThatThrownBy(() -> BitField.unsigned(64)).hasMessage("A field of this kind has 1 to 63 bits, not 64");
        assertThatThrownBy(() -> BitField.signed(65)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BitField.signed(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BYTE.at(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BYTE.atIndex(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bitmaps.setbit("k", 0, 2)).hasMessage("A bit is 0 or 1, not 2");
        assertThatThrownBy(() -> Bitmaps.bitfieldRo("k")).isInstanceOf(IllegalArgumentException.class);
    }
}

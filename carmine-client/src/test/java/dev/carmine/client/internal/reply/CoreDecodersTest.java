package dev.carmine.client.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Frames;
import dev.carmine.client.TypeRef;
import dev.carmine.client.command.BitField;
import dev.carmine.client.command.BitfieldArgs;
import dev.carmine.client.command.Bitmaps;
import dev.carmine.client.command.DelexIf;
import dev.carmine.client.command.KeyedElements;
import dev.carmine.client.command.Keys;
import dev.carmine.client.command.LcsMatch;
import dev.carmine.client.command.LcsMatches;
import dev.carmine.client.command.MsetexArgs;
import dev.carmine.client.command.Strings;
import dev.carmine.client.command.WaitaofResult;
import dev.carmine.client.internal.value.StoredValues;
import dev.carmine.client.serialization.JacksonSerializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The replies to commands on strings, bitmaps, lists and keys, where they are more than a value or a list of values. */
class CoreDecodersTest {

    @Test
    void commonPartsOfTextsAreAMapOrAList() {
        LcsMatches expected = new LcsMatches(List.of(new LcsMatch(4, 7, 5, 8), new LcsMatch(2, 3, 0, 1)), 6);
        String matches = "$7|matches|*2|*2|*2|:4|:7|*2|:5|:8|*2|*2|:2|:3|*2|:0|:1|$3|len|:6|";
        assertThat(Frames.reply(Strings.lcsMatches("a", "b"), "*4|" + matches)).isEqualTo(expected);
        assertThat(Frames.reply(Strings.lcsMatches("a", "b"), "%2|" + matches)).isEqualTo(expected);
        assertThat(expected.matches().get(0).length()).isEqualTo(4);
        assertThat(Frames.reply(Strings.lcsMatches("a", "b"), "%2|$7|matches|*0|$3|len|:0|"))
                .isEqualTo(new LcsMatches(List.of(), 0));
    }

    @Test
    void elementsOfAListAreReadAsAnyType() {
        KeyedElements<String> expected = new KeyedElements<>("k", List.of("a", "b"));
        ReplyDecoder<?> typed = ListDecoders.NULLABLE_KEYED_ELEMENTS
                .storedAs(TypeRef.of(CharSequence.class))
                .with(new StoredValues(JacksonSerializer.smile(), "X"));
        String reply = "*2|$1|k|*2|$1|a|$1|b|";
        assertThat(ListDecoders.NULLABLE_KEYED_ELEMENTS.read(Frames.frame(reply)))
                .isEqualTo(expected);
        assertThat(typed.finish(typed.read(Frames.frame(reply)))).isEqualTo(expected);
        assertThat(typed.finish(typed.read(Frames.frame("*-1|")))).isNull();
        assertThat(typed.finish(typed.read(Frames.frame("_|")))).isNull();
    }

    @Test
    void numbersOfABitfieldMayBeMissing() {
        BitfieldArgs args = BitfieldArgs.get(BitField.unsigned(8));
        assertThat(Frames.reply(Bitmaps.bitfield("k", args), "*2|$-1|:7|")).containsExactly(null, 7L);
        assertThat(Frames.reply(Bitmaps.bitfield("k", args), "*2|_|:7|")).containsExactly(null, 7L);
    }

    @Test
    void writesOnDiskAreCountedHereAndThere() {
        assertThat(Frames.reply(Keys.waitaof(1, 1, Duration.ZERO), "*2|:1|:3|")).isEqualTo(new WaitaofResult(true, 3));
        assertThat(Frames.reply(Keys.waitaof(0, 1, Duration.ZERO), "*2|:0|:3|")).isEqualTo(new WaitaofResult(false, 3));
    }

    @Test
    void stringsAreDeletedAndSetOnConditions() {
        assertThat(Frames.reply(Strings.delex("k", DelexIf.equal("v")), ":1|")).isTrue();
        assertThat(Frames.reply(Strings.msetex(Map.of("k", "v"), MsetexArgs.always()), ":0|"))
                .isFalse();
        assertThat(Frames.reply(Strings.digest("k"), "$16|b6acb9d84a38ff74|")).isEqualTo("b6acb9d84a38ff74");
        assertThat(Frames.reply(Strings.digest("k"), "$-1|")).isNull();
        assertThat(Frames.reply(Strings.digest("k"), "_|")).isNull();
    }
}

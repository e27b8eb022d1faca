package dev.carmine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.protocol.RespValue.Array;
import dev.carmine.protocol.RespValue.Attributed;
import dev.carmine.protocol.RespValue.BigNumber;
import dev.carmine.protocol.RespValue.BooleanValue;
import dev.carmine.protocol.RespValue.BulkError;
import dev.carmine.protocol.RespValue.BulkString;
import dev.carmine.protocol.RespValue.DoubleNumber;
import dev.carmine.protocol.RespValue.Entry;
import dev.carmine.protocol.RespValue.IntegerNumber;
import dev.carmine.protocol.RespValue.MapValue;
import dev.carmine.protocol.RespValue.Null;
import dev.carmine.protocol.RespValue.Push;
import dev.carmine.protocol.RespValue.SetValue;
import dev.carmine.protocol.RespValue.SimpleError;
import dev.carmine.protocol.RespValue.SimpleString;
import dev.carmine.protocol.RespValue.VerbatimString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RespValueWriterTest {

    private static final RespValue ONE = new IntegerNumber(1);
    private static final Entry ENTRY = new Entry(new SimpleString("a"), ONE);

    @Test
    void writesResp3() {
        RespValueWriter writer = RespValueWriter.resp3();
        assertWrites(writer, new SimpleString("é"), "+é|");
        assertWrites(writer, BulkString.of("abc"), "$3|abc|");
        assertWrites(writer, new SimpleError("ERR x"), "-ERR x|");
        assertWrites(writer, new BulkError("ERR"), "!3|ERR|");
        assertWrites(writer, new IntegerNumber(-7), ":-7|");
        assertWrites(writer, new DoubleNumber(1.5), ",1.5|");
        assertWrites(writer, new DoubleNumber(Double.NEGATIVE_INFINITY), ",-inf|");
        assertWrites(writer, new DoubleNumber(Double.NaN), ",nan|");
        assertWrites(writer, new BooleanValue(true), "#t|");
        assertWrites(writer, new BooleanValue(false), "#f|");
        assertWrites(writer, new Null(), "_|");
        assertWrites(writer, new BigNumber("-12"), "(-12|");
        assertWrites(writer, new VerbatimString("txt", "ab"), "=6|txt:ab|");
        assertWrites(writer, new Array(List.of(ONE)), "*1|:1|");
        assertWrites(writer, new SetValue(List.of(ONE)), "~1|:1|");
        assertWrites(writer, new MapValue(List.of(ENTRY)), "%1|+a|:1|");
        assertWrites(writer, new Push(List.of(ONE)), ">1|:1|");
        assertThat(text(writer, new Attributed(List.of(ENTRY), ONE))).isEqualTo("|1\r\n+a\r\n:1\r\n:1\r\n");
    }

    @Test
    void writesResp2() {
        RespValueWriter writer = RespValueWriter.resp2();
        assertWrites(writer, new BulkError("ERR\r\nx"), "-ERR  x|");
        assertWrites(writer, new DoubleNumber(1.5), "$3|1.5|");
        assertWrites(writer, new BooleanValue(true), ":1|");
        assertWrites(writer, new BooleanValue(false), ":0|");
        assertWrites(writer, new Null(), "$-1|");
        assertWrites(RespValueWriter.resp2WithNullArrays(), new Null(), "*-1|");
        assertWrites(writer, new BigNumber("-12"), "$3|-12|");
        assertWrites(writer, new VerbatimString("txt", "ab"), "$2|ab|");
        assertWrites(writer, new SetValue(List.of(ONE)), "*1|:1|");
        assertWrites(writer, new MapValue(List.of(ENTRY)), "*2|+a|:1|");
        assertWrites(writer, new Push(List.of(ONE)), "*1|:1|");
        assertWrites(writer, new Attributed(List.of(ENTRY), ONE), ":1|");
    }

    @Test
    void writesStreamedForms() {
        RespValueWriter writer = RespValueWriter.streamed(2);
        assertWrites(writer, BulkString.of("abcde"), "$?|;2|ab|;2|cd|;1|e|;0|");
        assertWrites(writer, BulkString.of(""), "$?|;0|");
        assertWrites(writer, new Array(List.of(ONE, ONE)), "*?|:1|:1|.|");
        assertWrites(writer, new SetValue(List.of()), "~?|.|");
        assertWrites(writer, new MapValue(List.of(ENTRY)), "%?|+a|:1|.|");
        assertWrites(writer, new Push(List.of(ONE)), ">1|:1|");
        assertWrites(writer, new BulkError("ERR"), "!3|ERR|");
    }

    @Test
    void refusesWhatItsFormCannotCarry() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RespValueWriter.resp3().encode(new SimpleString("a\r\n")))
                .withMessageContaining("use the bulk form");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RespValueWriter.resp2().encode(new SimpleError("a\nb")))
                .withMessageContaining("use the bulk form");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RespValueWriter.resp3().encode(new VerbatimString("text", "a")))
                .withMessageContaining("three bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RespValueWriter.streamed(0))
                .withMessageContaining("chunkLength");
    }

    private static void assertWrites(RespValueWriter writer, RespValue value, String expected) {
        assertThat(text(writer, value)).isEqualTo(expected.replace("|", "\r\n"));
    }

    private static String text(RespValueWriter writer, RespValue value) {
        return new String(writer.encode(value), StandardCharsets.UTF_8);
    }
}

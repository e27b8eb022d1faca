package dev.carmine.protocol;

import static dev.carmine.protocol.Feeds.bytes;
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
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RespValueTest {

    private static final Entry ENTRY = new Entry(new SimpleString("a"), new IntegerNumber(1));

    @Test
    void comparesBytesByContent() {
        BulkString hello = new BulkString(bytes("hello"));
        assertThat(hello).isEqualTo(new BulkString(bytes("hello"))).hasSameHashCodeAs(BulkString.of("hello"));
        assertThat(hello).isNotEqualTo(BulkString.of("hallo")).isNotEqualTo(new SimpleString("hello"));
        assertThat(new Array(List.of(hello))).isEqualTo(new Array(List.of(BulkString.of("hello"))));
    }

    @Test
    void comparesNumbersAsDoubleDoes() {
        assertThat(new DoubleNumber(Double.NaN)).isEqualTo(new DoubleNumber(Double.NaN));
        assertThat(new DoubleNumber(0.0)).isNotEqualTo(new DoubleNumber(-0.0));
        assertThat(new DoubleNumber(1)).isNotEqualTo(new IntegerNumber(1));
    }

    @Test
    void keepsListsOfItsOwn() {
        List<RespValue> elements = new ArrayList<>(List.of(new Null()));
        Array array = new Array(elements);
        elements.clear();
        assertThat(array.elements()).containsExactly(new Null());
    }

    @Test
    void knowsItsType() {
        assertThat(List.of(
                                new SimpleString(""),
                                BulkString.of(""),
                                new SimpleError(""),
                                new BulkError(""),
                                new IntegerNumber(0),
                                new DoubleNumber(0),
                                new BooleanValue(true),
                                new Null(),
                                new BigNumber("0"),
                                new VerbatimString("txt", ""),
                                new Array(List.of()),
                                new SetValue(List.of()),
                                new MapValue(List.of()),
                                new Push(List.of()),
                                new Attributed(List.of(), new Null()))
                        .stream()
                        .map(RespValue::type))
                .containsExactly(RespType.values());
    }

    @Test
    void givesBigNumberAsInteger() {
        assertThat(new BigNumber("+12345678901234567890123").value())
                .isEqualTo(new BigInteger("12345678901234567890123"));
    }

    @Test
    void refusesAttributesOfAttributed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attributed(List.of(), new Attributed(List.of(), new Null())))
                .withMessageContaining("put all of them in one list");
    }

    @Test
    void printsOnOneLine() {
        assertThat(new SimpleString("a\"b\\\n")).hasToString("\"a\\\"b\\\\\\u000a\"");
        assertThat(new BulkString(new byte[] {'a', 0, '"', (byte) 0xff})).hasToString("\"a\\x00\\\"\\xff\"");
        assertThat(new SimpleError("ERR x")).hasToString("error \"ERR x\"");
        assertThat(new BulkError("ERR x")).hasToString("error \"ERR x\"");
        assertThat(new IntegerNumber(-1)).hasToString("-1");
        assertThat(new DoubleNumber(1.5)).hasToString("1.5");
        assertThat(new BooleanValue(true)).hasToString("true");
        assertThat(new Null()).hasToString("null");
        assertThat(new BigNumber("123")).hasToString("123");
        assertThat(new VerbatimString("txt", "a")).hasToString("txt:\"a\"");
        assertThat(new Array(List.of(new Null(), new Array(List.of())))).hasToString("[null, []]");
        assertThat(new SetValue(List.of(new Null()))).hasToString("set[null]");
        assertThat(new MapValue(List.of(ENTRY, ENTRY))).hasToString("{\"a\": 1, \"a\": 1}");
        assertThat(new Push(List.of(new SimpleString("a")))).hasToString("push[\"a\"]");
        assertThat(new Attributed(List.of(ENTRY), new Null())).hasToString("attributes{\"a\": 1} null");
    }

    @Test
    void printsLongContentShortened() {
        assertThat(BulkString.of("x".repeat(1_000)).toString()).endsWith("xxx... (1000 bytes)\"");
        assertThat(new SimpleString("x".repeat(1_000)).toString()).endsWith("xxx... (1000 characters)\"");
        assertThat(new Array(Collections.nCopies(100, new IntegerNumber(7))).toString())
                .endsWith("7, 7, ... (84 more)]");
        assertThat(new MapValue(Collections.nCopies(100, ENTRY)).toString()).endsWith("... (84 more)}");
    }

    @Test
    void printsBroadTreesShortened() {
        RespValue tree = BulkString.of("x".repeat(1_000));
        for (int depth = 0; depth < 50; depth++) {
            tree = new Array(Collections.nCopies(100, tree));
        }
        assertThat(tree.toString()).hasSizeLessThan(25_000);
    }

    @Test
    void readsDeepestTreeOfDefaultLimitsOnSmallStack() throws InterruptedException {
        int depth = RespLimits.defaults().maxDepth();
        String counted = "*1\r\n".repeat(depth) + ":1\r\n";
        String streamed = "*?\r\n".repeat(depth) + ":1\r\n" + ".\r\n".repeat(depth);
        for (String wire : List.of(counted, streamed)) {
            AtomicReference<Object> outcome = new AtomicReference<>();
            // An eighth of what the JVM gives a thread by default on most platforms, less its own reserve.
            Thread thread = new Thread(
                    null,
                    () -> {
                        RespValue value = Feeds.read(wire).readValue();
                        Feeds.read(wire).skip();
                        outcome.set(value.toString());
                    },
                    "small stack",
                    256 * 1024);
            thread.setUncaughtExceptionHandler((t, e) -> outcome.set(e));
            thread.start();
            thread.join();
            assertThat(outcome.get()).isEqualTo("[".repeat(depth) + "1" + "]".repeat(depth));
        }
    }

    @Test
    void readsDeepestTreeThereCanBe() {
        int depth = 512;
        FrameInput input = new FrameInput(new RespLimits(depth, 1, depth, 10));
        RespValue value = Feeds.readAll(input, List.of(bytes("*1\r\n".repeat(depth) + ":1\r\n")))
                .get(0);
        assertThat(value).hasToString("[".repeat(depth) + "1" + "]".repeat(depth));
        assertThat(RespValueWriter.resp3().encode(value)).hasSize(4 * depth + 4);
    }
}

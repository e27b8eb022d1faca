package dev.carmine.protocol;

import static dev.carmine.protocol.Feeds.inRandomPieces;
import static dev.carmine.protocol.Feeds.join;
import static dev.carmine.protocol.Feeds.readAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.protocol.RespValue.Entry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomFramesTest {

    private static final int ROUNDS = 150;
    private static final int FRAMES = 20;

    @Test
    void readsWhatWasWrittenInResp3() {
        Random random = Seeds.random("RESP3");
        for (int round = 0; round < ROUNDS; round++) {
            List<RespValue> values = values(random);
            assertReads(random, values, values, RespValueWriter.resp3());
        }
    }

    @Test
    void readsWhatWasWrittenInStreamedForm() {
        Random random = Seeds.random("streamed RESP3");
        for (int round = 0; round < ROUNDS; round++) {
            List<RespValue> values = values(random);
            assertReads(random, values, values, RespValueWriter.streamed(1 + random.nextInt(30)));
        }
    }

    @Test
    void readsWhatWasWrittenInResp2() {
        Random random = Seeds.random("RESP2");
        for (int round = 0; round < ROUNDS; round++) {
            List<RespValue> values = values(random);
            List<RespValue> expected =
                    values.stream().map(RandomFramesTest::asResp2).toList();
            assertReads(random, values, expected, RespValueWriter.resp2());
            assertReads(random, values, expected, RespValueWriter.resp2WithNullArrays());
        }
    }

    @Test
    void skipsWhatWasWrittenToItsVeryEnd() {
        Random random = Seeds.random("skip");
        for (int round = 0; round < ROUNDS; round++) {
            RespValue array =
                    new RespValue.Array(List.of(new RandomValues(random).element(), new RespValue.SimpleString("end")));
            FrameInput input = new FrameInput(RespLimits.defaults());
            byte[] encoded = RespValueWriter.streamed(7).encode(array);
            for (byte[] piece : inRandomPieces(random, encoded)) {
                input.feed(ByteBuffer.wrap(piece));
                input.nextFrame();
            }
            RespReader reader = input.frame();
            assertThat(reader.readArraySize()).isEqualTo(2);
            reader.skip();
            assertThat(reader.readText()).isEqualTo("end");
        }
    }

    private static List<RespValue> values(Random random) {
        RandomValues generator = new RandomValues(random);
        List<RespValue> values = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            values.add(generator.frame());
        }
        return values;
    }

    private static void assertReads(
            Random random, List<RespValue> values, List<RespValue> expected, RespValueWriter writer) {
        byte[] stream = join(values.stream().map(writer::encode).toArray(byte[][]::new));
        FrameInput input = new FrameInput(RespLimits.defaults());
        assertThat(readAll(input, inRandomPieces(random, stream))).isEqualTo(expected);
        assertThat(input.bytesConsumed()).isEqualTo(stream.length);
        assertThat(input.isMidFrame()).isFalse();
    }

    /** What is left of a value when it goes through RESP2. */
    private static RespValue asResp2(RespValue value) {
        if (value instanceof RespValue.Attributed attributed) {
            return asResp2(attributed.value());
        } else if (value instanceof RespValue.Array array) {
            return asArray(array.elements());
        } else if (value instanceof RespValue.SetValue set) {
            return asArray(set.elements());
        } else if (value instanceof RespValue.Push push) {
            return asArray(push.elements());
        } else if (value instanceof RespValue.MapValue map) {
            List<RespValue> elements = new ArrayList<>();
            for (Entry entry : map.entries()) {
                elements.add(entry.key());
                elements.add(entry.value());
            }
            return asArray(elements);
        } else if (value instanceof RespValue.BooleanValue bool) {
            return new RespValue.IntegerNumber(bool.value() ? 1 : 0);
        } else if (value instanceof RespValue.DoubleNumber number) {
            return RespValue.BulkString.of(Double.isNaN(number.value()) ? "nan" : Decimals.toText(number.value()));
        } else if (value instanceof RespValue.BigNumber number) {
            return RespValue.BulkString.of(number.digits());
        } else if (value instanceof RespValue.VerbatimString verbatim) {
            return new RespValue.BulkString(verbatim.text().getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof RespValue.BulkError error) {
            return new RespValue.SimpleError(error.message().replace('\r', ' ').replace('\n', ' '));
        } else {
            return value;
        }
    }

    private static RespValue asArray(List<RespValue> elements) {
        return new RespValue.Array(
                elements.stream().map(RandomFramesTest::asResp2).toList());
    }
}

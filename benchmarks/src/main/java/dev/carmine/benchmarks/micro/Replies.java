package dev.carmine.benchmarks.micro;

import dev.carmine.protocol.RespValue;
import dev.carmine.protocol.RespValueWriter;
import java.util.List;
import java.util.stream.IntStream;

/** Replies of the kinds that the comparison of whole clients asks for, in the RESP3 that a server sends. */
public enum Replies {
    /** What {@code GET} returns: 64 bytes. */
    BULK,
    /** What {@code MGET} of a hundred keys returns. */
    ARRAY_100,
    /** What {@code HGETALL} of a thousand fields returns. */
    MAP_1000;

    /** The reply as it is on the wire, in a new array. */
    byte[] encoded() {
        RespValue value = RespValue.BulkString.of("v".repeat(64));
        RespValue reply = switch (this) {
            case BULK -> value;
            case ARRAY_100 -> {
                List<RespValue> elements =
                        IntStream.range(0, 100).mapToObj(i -> value).toList();
                yield new RespValue.Array(elements);
            }
            case MAP_1000 -> {
                List<RespValue.Entry> entries = IntStream.range(0, 1_000)
                        .mapToObj(i -> new RespValue.Entry(field(i), value))
                        .toList();
                yield new RespValue.MapValue(entries);
            }
        };
        return RespValueWriter.resp3().encode(reply);
    }

    private static RespValue field(int number) {
        return RespValue.BulkString.of("field:%04d".formatted(number));
    }
}

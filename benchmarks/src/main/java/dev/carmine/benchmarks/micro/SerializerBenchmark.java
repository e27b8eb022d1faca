package dev.carmine.benchmarks.micro;

import dev.carmine.benchmarks.client.Order;
import dev.carmine.client.Command;
import dev.carmine.client.Serializer;
import dev.carmine.client.command.Strings;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.serialization.JacksonSerializer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.ObjectMapper;

/** A command with an object, and an object from a reply: as the client makes them, and by Jackson with the same mapper. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SerializerBenchmark {
    private static final String KEY = "key";
    private static final Command<byte @Nullable []> BYTES = Strings.get(KEY).asBytes();

    private final Order order = Order.example();
    private final Serializer carmine = JacksonSerializer.smile();
    private final ObjectMapper jackson = JacksonSerializer.smileMapper().build();
    private final byte[] bytes = carmine.serialize(order);

    /** The command with an object. */
    @Benchmark
    public byte[] writeCarmine() {
        return EncodedCommand.of(Strings.set(KEY, order)).ready(() -> carmine).bytes();
    }

    /** The command with the bytes that Jackson has written. */
    @Benchmark
    public byte[] writeJackson() {
        return EncodedCommand.of(Strings.set(KEY, jackson.writeValueAsBytes(order)))
                .bytes();
    }

    /** What the command's decoder makes of the bytes. */
    @Benchmark
    public @Nullable Order readCarmine() {
        return EncodedCommand.of(Strings.get(KEY, Order.class))
                .ready(() -> carmine)
                .decoder()
                .finish(bytes);
    }

    /** The same command, and what Jackson makes of the bytes. */
    @Benchmark
    public Order readJackson() {
        byte[] read = EncodedCommand.of(BYTES).decoder().finish(bytes);
        return jackson.readValue(read, Order.class);
    }
}

package dev.carmine.benchmarks.micro;

import dev.carmine.benchmarks.client.Order;
import dev.carmine.client.Serializer;
import dev.carmine.client.TypeRef;
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

/** An object to bytes and back: the serializer of clients, and Jackson by itself with the same mapper. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SerializerBenchmark {
    private final TypeRef<Order> type = TypeRef.of(Order.class);
    private final Order order = Order.example();
    private final Serializer carmine = JacksonSerializer.smile();
    private final ObjectMapper jackson = JacksonSerializer.smileMapper().build();
    private final byte[] bytes = carmine.serialize(order);

    /** Writing, by Carmine's serializer. */
    @Benchmark
    public byte[] writeCarmine() {
        return carmine.serialize(order);
    }

    /** Writing, by Jackson alone. */
    @Benchmark
    public byte[] writeJackson() {
        return jackson.writeValueAsBytes(order);
    }

    /** Reading, by Carmine's serializer. */
    @Benchmark
    public @Nullable Order readCarmine() {
        return carmine.deserialize(bytes, type);
    }

    /** Reading, by Jackson alone. */
    @Benchmark
    public Order readJackson() {
        return jackson.readValue(bytes, Order.class);
    }
}

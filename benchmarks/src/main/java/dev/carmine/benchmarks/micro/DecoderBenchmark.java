package dev.carmine.benchmarks.micro;

import dev.carmine.protocol.FrameInput;
import dev.carmine.protocol.RespLimits;
import dev.carmine.protocol.RespReader;
import dev.carmine.protocol.RespValue;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** From a complete frame to Java values. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecoderBenchmark {
    /** What is read. */
    @Param
    private Replies reply = Replies.BULK;

    private final FrameInput input = new FrameInput(RespLimits.defaults());

    /** Brings the frame in. It stays the current one: its reader can be had again and again. */
    @Setup
    public void receive() {
        input.feed(ByteBuffer.wrap(reply.encoded()));
        if (!input.nextFrame()) {
            throw new IllegalStateException("The reply " + reply + " is not a whole frame.");
        }
    }

    /** Every element as text. */
    @Benchmark
    public void texts(Blackhole blackhole) {
        RespReader reader = input.frame();
        int elements = reply == Replies.BULK ? 1 : reader.readArraySize();
        for (int i = 0; i < elements; i++) {
            blackhole.consume(reader.readText());
        }
    }

    /** The whole reply as a tree. */
    @Benchmark
    public RespValue tree() {
        return input.frame().readValue();
    }

    /** Passing over the whole reply. */
    @Benchmark
    public RespReader skip() {
        RespReader reader = input.frame();
        reader.skip();
        return reader;
    }
}

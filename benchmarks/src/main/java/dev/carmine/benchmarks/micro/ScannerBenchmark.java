package dev.carmine.benchmarks.micro;

import dev.carmine.protocol.FrameInput;
import dev.carmine.protocol.RespLimits;
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

/** From bytes that arrive to a complete frame, without reading what is in it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ScannerBenchmark {
    /** What arrives. */
    @Param
    private Replies reply = Replies.BULK;

    private final FrameInput input = new FrameInput(RespLimits.defaults());
    private ByteBuffer arriving = ByteBuffer.allocate(0);

    /** Puts the reply where a channel would put it. */
    @Setup
    public void encode() {
        byte[] encoded = reply.encoded();
        arriving = ByteBuffer.allocateDirect(encoded.length).put(encoded).flip();
    }

    /** A reply that arrives in one piece. */
    @Benchmark
    public boolean whole() {
        input.feed(arriving.rewind());
        return input.nextFrame();
    }

    /** A reply that arrives in two halves. */
    @Benchmark
    public boolean inTwoHalves() {
        int end = arriving.capacity();
        input.feed(arriving.clear().limit(end / 2));
        if (input.nextFrame()) {
            throw new IllegalStateException("Half a reply was taken for a whole one.");
        }
        input.feed(arriving.limit(end));
        return input.nextFrame();
    }
}

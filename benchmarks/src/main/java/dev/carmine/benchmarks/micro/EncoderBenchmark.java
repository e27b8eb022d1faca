package dev.carmine.benchmarks.micro;

import dev.carmine.protocol.CommandWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a command's words to its bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EncoderBenchmark {
    private final byte[] get = "*2\r\n$3\r\nGET\r\n".getBytes(StandardCharsets.US_ASCII);
    private final String key = "key:0042";
    private final String umlautKey = "schlüssel:0042";
    private final String value = "v".repeat(64);
    private final String[] keys =
            IntStream.range(0, 100).mapToObj("key:%04d"::formatted).toArray(String[]::new);

    /** The way that most commands go: all but the last word is encoded already. */
    @Benchmark
    public byte[] lastWord() {
        return CommandWriter.encode(get, key);
    }

    /** The same with a word that is not ASCII. */
    @Benchmark
    public byte[] lastWordNotAscii() {
        return CommandWriter.encode(get, umlautKey);
    }

    /** Three words. */
    @Benchmark
    public byte[] set() {
        return new CommandWriter().arg("SET").arg(key).arg(value).toByteArray();
    }

    /** A hundred and one words. */
    @Benchmark
    public byte[] mget100() {
        CommandWriter writer = new CommandWriter().arg("MGET");
        for (String each : keys) {
            writer.arg(each);
        }
        return writer.toByteArray();
    }
}

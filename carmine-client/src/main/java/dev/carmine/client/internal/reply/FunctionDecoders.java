package dev.carmine.client.internal.reply;

import dev.carmine.client.command.FunctionLibrary;
import dev.carmine.client.command.FunctionStats;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decoders of what the server tells of functions. */
public final class FunctionDecoders {
    /** All libraries as bytes. */
    public static final ReplyDecoder<byte[]> LIBRARY_BYTES = new BuiltInDecoder<>(Values::bytes);

    /** Libraries with their functions. */
    public static final ReplyDecoder<List<FunctionLibrary>> LIBRARIES =
            new BuiltInDecoder<>(in -> Fields.listOf(Values.anything(in), FunctionDecoders::library));

    /** What is running, and what there is. */
    public static final ReplyDecoder<FunctionStats> STATS = new BuiltInDecoder<>(in -> stats(Fields.read(in)));

    private FunctionDecoders() {}

    private static FunctionLibrary library(@Nullable Object read) {
        Fields fields = Fields.of(read);
        return new FunctionLibrary(
                fields.text("library_name"),
                fields.text("engine"),
                fields.list("functions", FunctionDecoders::function),
                fields.optionalText("library_code"));
    }

    private static FunctionLibrary.Function function(@Nullable Object read) {
        Fields fields = Fields.of(read);
        return new FunctionLibrary.Function(
                fields.text("name"), fields.optionalText("description"), fields.texts("flags"));
    }

    private static FunctionStats stats(Fields fields) {
        Fields running = fields.optionalFields("running_script");
        Map<String, FunctionStats.Engine> engines = new LinkedHashMap<>();
        fields.fields("engines").all().forEach((name, engine) -> engines.put(name, engine(Fields.of(engine))));
        return new FunctionStats(running == null ? null : running(running), engines);
    }

    private static FunctionStats.Running running(Fields fields) {
        return new FunctionStats.Running(
                fields.text("name"), fields.texts("command"), Duration.ofMillis(fields.integer("duration_ms")));
    }

    private static FunctionStats.Engine engine(Fields fields) {
        return new FunctionStats.Engine(fields.integer("libraries_count"), fields.integer("functions_count"));
    }
}

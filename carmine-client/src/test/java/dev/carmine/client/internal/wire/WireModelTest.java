package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.RespLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A wire between random calls and a server that echoes: whatever is split, delayed or abandoned, each call gets its own
 * replies. Can be run again with {@code -Dcarmine.seed}.
 */
class WireModelTest {
    private static final Pattern ECHO = Pattern.compile("\\*2\r\n\\$4\r\nECHO\r\n\\$\\d+\r\n(\\d+)\r\n");

    private final long seed = Long.getLong("carmine.seed", new SplittableRandom().nextLong());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final ScriptedTransport transport = new ScriptedTransport();
    private final Wire wire = new Wire(
            transport,
            ByteBuffer.allocate(1 + random.nextInt(200)),
            ByteBuffer.allocate(Wire.BUFFER_SIZE),
            RespLimits.defaults(),
            message -> {});
    private final ArrayDeque<Call> queue = new ArrayDeque<>();
    private final Set<Call> ended = new HashSet<>();

    /** What each call must get if its owner stays. */
    private final Map<Call, List<Long>> expected = new HashMap<>();

    private final List<Call> abandoned = new ArrayList<>();
    private long commands;

    /** How much of what was sent the server has read, and what of its answer has not arrived. */
    private int served;

    private final StringBuilder answer = new StringBuilder();

    @Test
    void givesEachCallItsOwnReplies() throws IOException {
        System.out.println("[seed] WireModelTest runs with -Dcarmine.seed=" + seed);
        for (int step = 0; step < 3_000; step++) {
            switch (random.nextInt(5)) {
                case 0 -> submit();
                case 1 -> abandonOne();
                case 2 -> write(random.nextInt(60));
                case 3 -> serve();
                default -> read(random.nextInt(40));
            }
        }
        do {
            write(Long.MAX_VALUE);
            serve();
            read(answer.length());
        } while (!queue.isEmpty() || !wire.isIdle());

        assertThat(ended).hasSameSizeAs(expected.keySet());
        expected.forEach((call, numbers) -> {
            if (!abandoned.contains(call)) {
                assertThat(PipelineOutcome.of((BatchCall) call).values())
                        .as("with -Dcarmine.seed=%d", seed)
                        .isEqualTo(numbers.toArray());
            }
        });
    }

    private void submit() {
        List<Long> numbers = new ArrayList<>();
        EncodedCommand<?>[] batch = new EncodedCommand<?>[1 + random.nextInt(4)];
        for (int i = 0; i < batch.length; i++) {
            numbers.add(commands);
            batch[i] = Words.command("ECHO", commands++);
        }
        Call call = Words.batch(batch);
        expected.put(call, numbers);
        queue.add(call);
    }

    private void abandonOne() {
        List<Call> open = new ArrayList<>(queue);
        wire.awaiting().forEach(open::add);
        if (random.nextInt(10) == 0 && !open.isEmpty()) {
            Call call = open.get(random.nextInt(open.size()));
            call.abandon();
            abandoned.add(call);
        }
    }

    private void write(long credit) throws IOException {
        transport.accepts(credit);
        wire.write(queue, this::end, System.nanoTime());
    }

    /** The server answers the commands that it has whole, now and then with a message nobody has asked for. */
    private void serve() {
        String sent = transport.sent();
        Matcher command = ECHO.matcher(sent).region(served, sent.length());
        while (command.lookingAt()) {
            answer.append(random.nextInt(4) == 0 ? ">1\r\n+note\r\n" : "");
            answer.append(':').append(command.group(1)).append("\r\n");
            served = command.end();
            command.region(served, sent.length());
        }
    }

    private void read(int most) throws IOException {
        int count = Math.min(most, answer.length());
        if (count > 0) {
            transport.arrives(answer.substring(0, count));
            answer.delete(0, count);
        }
        wire.read(this::end);
    }

    private void end(Call call) {
        call.finish();
        assertThat(ended.add(call))
                .as("ends once, with -Dcarmine.seed=%d", seed)
                .isTrue();
    }
}

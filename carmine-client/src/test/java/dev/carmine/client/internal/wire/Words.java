package dev.carmine.client.internal.wire;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.protocol.FrameInput;
import dev.carmine.protocol.RespLimits;
import dev.carmine.protocol.RespReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Commands and replies for the tests of this package. */
final class Words {
    private Words() {}

    /** A command that must not run twice. */
    static EncodedCommand<@Nullable Object> command(String name, Object... args) {
        return EncodedCommand.of(Command.of(name).args(args));
    }

    /** A command that may run twice. */
    static EncodedCommand<@Nullable Object> repeatable(String name, Object... args) {
        return command(name, args).repeatable();
    }

    /** A call that nobody waits for, with much time. */
    static SingleCall call(EncodedCommand<?> command) {
        return new SingleCall(command, null, farDeadline());
    }

    /** A call of several commands that nobody waits for, with much time. */
    static BatchCall batch(EncodedCommand<?>... commands) {
        return new BatchCall(commands, null, farDeadline());
    }

    static long farDeadline() {
        return System.nanoTime() + TimeUnit.HOURS.toNanos(1);
    }

    /** A cursor at the start of a complete reply. */
    static RespReader reply(String text) {
        FrameInput input = new FrameInput(RespLimits.defaults());
        input.feed(ByteBuffer.wrap(bytes(text)));
        if (!input.nextFrame()) {
            throw new IllegalArgumentException("not a complete frame: " + text);
        }
        return input.frame();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What several commands look like on the wire. */
    static String encoding(EncodedCommand<?>... commands) {
        StringBuilder text = new StringBuilder();
        for (EncodedCommand<?> command : commands) {
            text.append(new String(command.bytes(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}

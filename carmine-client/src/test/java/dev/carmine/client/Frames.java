package dev.carmine.client;

import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.reply.ReplyDecoder;
import dev.carmine.protocol.FrameInput;
import dev.carmine.protocol.RespLimits;
import dev.carmine.protocol.RespReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads frames that tests write down. */
public final class Frames {
    private Frames() {}

    /** A cursor at a frame in which {@code |} stands for CRLF, and {@code ¦} for the type byte of attributes. */
    public static RespReader frame(String text) {
        return frame(text.replace("|", "\r\n").replace('¦', '|').getBytes(StandardCharsets.UTF_8));
    }

    /** What a command makes of a reply in which {@code |} stands for CRLF. */
    public static <T extends @Nullable Object> T reply(Command<T> command, String text) {
        ReplyDecoder<T> decoder = EncodedCommand.of(command).decoder();
        return decoder.finish(decoder.read(frame(text)));
    }

    /** The words of a command, as a server reads them. */
    public static List<String> words(Command<?> command) {
        RespReader in = frame(EncodedCommand.of(command).bytes());
        int size = in.readArraySize();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            words.add(String.valueOf(in.readText()));
        }
        return words;
    }

    private static RespReader frame(byte[] bytes) {
        FrameInput input = new FrameInput(RespLimits.defaults());
        input.feed(ByteBuffer.wrap(bytes));
        if (!input.nextFrame() || input.bytesConsumed() != bytes.length) {
            throw new IllegalArgumentException("Not exactly one frame");
        }
        return input.frame();
    }
}

package dev.carmine.client.internal.reply;

import dev.carmine.client.command.WaitaofResult;

/** The decoders of replies about keys of any type. */
public final class KeyDecoders {
    /** Two numbers: 1 or 0 for the server itself, and how many replicas. */
    public static final ReplyDecoder<WaitaofResult> WAITAOF_RESULT = new BuiltInDecoder<>(in -> {
        Values.expectArray(in, 2);
        return new WaitaofResult(in.readBoolean(), in.readLong());
    });

    private KeyDecoders() {}
}

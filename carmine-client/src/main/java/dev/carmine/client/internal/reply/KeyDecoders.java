package dev.carmine.client.internal.reply;

import dev.carmine.client.command.WaitaofResult;

/** The decoders of replies about keys of any type. */
public final class KeyDecoders {
    /** Two numbers: of the server itself, and of replicas. */
    public static final ReplyDecoder<WaitaofResult> WAITAOF_RESULT = new BuiltInDecoder<>(in -> {
        Values.expectArray(in, 2);
        return new WaitaofResult(in.readLong(), in.readLong());
    });

    private KeyDecoders() {}
}

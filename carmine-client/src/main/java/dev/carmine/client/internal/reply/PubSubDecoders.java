package dev.carmine.client.internal.reply;

import java.util.Map;

/** The decoders of what the server tells of channels. */
public final class PubSubDecoders {
    /** Names with a number for each, flat in both protocols. */
    public static final ReplyDecoder<Map<String, Long>> COUNTS =
            new BuiltInDecoder<>(in -> Values.map(in, Values::text, Values::integer));

    private PubSubDecoders() {}
}

package dev.carmine.client.internal.reply;

import dev.carmine.client.ServerVersion;
import dev.carmine.client.command.Info;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decoders of which server it is. They give null where the server does not say so in a way that is understood. */
public final class VersionDecoders {
    /** What {@code HELLO} says. */
    public static final ReplyDecoder<@Nullable ServerVersion> OF_HELLO =
            new BuiltInDecoder<>(in -> ofHello(Values.anything(in)));

    /** What {@code INFO server} says. */
    public static final ReplyDecoder<@Nullable ServerVersion> OF_INFO =
            new BuiltInDecoder<>(in -> ofInfo(ServerDecoders.info(Values.text(in))));

    private VersionDecoders() {}

    private static @Nullable ServerVersion ofHello(@Nullable Object reply) {
        return reply instanceof Map<?, ?> fields ? version(fields.get("server"), fields.get("version")) : null;
    }

    /** A Valkey tells its own version beside that of the Redis it is compatible with. */
    private static @Nullable ServerVersion ofInfo(Info info) {
        String valkey = info.value("valkey_version");
        return valkey != null ? version("valkey", valkey) : version("redis", info.value("redis_version"));
    }

    private static @Nullable ServerVersion version(@Nullable Object name, @Nullable Object version) {
        if (!(name instanceof String server) || !(version instanceof String numbers)) {
            return null;
        }
        try {
            return ServerVersion.of(server, numbers);
        } catch (IllegalArgumentException e) {
            return null; // some server of another maker has versions of another kind
        }
    }
}

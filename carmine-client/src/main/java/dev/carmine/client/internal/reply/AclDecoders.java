package dev.carmine.client.internal.reply;

import dev.carmine.client.command.AclLogEntry;
import dev.carmine.client.command.AclUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decoders of what the server tells of users and of what it has refused them. */
public final class AclDecoders {
    /** What a user may do, or null. */
    public static final ReplyDecoder<@Nullable AclUser> NULLABLE_USER =
            new BuiltInDecoder<>(in -> Values.orNull(in, some -> user(Fields.read(some))));

    /** Refusals. */
    public static final ReplyDecoder<List<AclLogEntry>> LOG_ENTRIES =
            new BuiltInDecoder<>(in -> Fields.listOf(Values.anything(in), entry -> logEntry(Fields.of(entry))));

    private static final double MILLIS_PER_SECOND = 1_000;

    private AclDecoders() {}

    private static AclUser user(Fields fields) {
        return new AclUser(
                fields.texts("flags"),
                fields.texts("passwords"),
                words(fields.text("commands")),
                patterns(fields, "keys", "~"),
                patterns(fields, "channels", "&"),
                fields.list("selectors", selector -> selector(Fields.of(selector))));
    }

    private static AclUser.Selector selector(Fields fields) {
        return new AclUser.Selector(
                words(fields.text("commands")), patterns(fields, "keys", "~"), patterns(fields, "channels", "&"));
    }

    /** Rules in one text since Redis 7.0; before that, a list of patterns without the sign that makes rules of them. */
    private static List<String> patterns(Fields fields, String name, String sign) {
        return fields.all().get(name) instanceof String rules
                ? words(rules)
                : fields.texts(name).stream().map(sign::concat).toList();
    }

    /** Rules never contain blanks. */
    private static List<String> words(String rules) {
        return rules.isEmpty() ? List.of() : List.of(rules.split(" ", -1));
    }

    private static AclLogEntry logEntry(Fields fields) {
        return new AclLogEntry(
                fields.integer("count"),
                fields.text("reason"),
                fields.text("context"),
                fields.text("object"),
                fields.text("username"),
                Duration.ofMillis(Math.round(fields.number("age-seconds") * MILLIS_PER_SECOND)),
                ConnectionDecoders.connection(fields.text("client-info")),
                fields.optionalInteger("entry-id"),
                instant(fields.optionalInteger("timestamp-created")),
                instant(fields.optionalInteger("timestamp-last-updated")));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}

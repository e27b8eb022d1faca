package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.command.ClientConnection;
import dev.carmine.client.command.ClientTracking;
import dev.carmine.client.command.ServerHello;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The decoders of what the server tells of connections. */
public final class ConnectionDecoders {
    /** A line about a connection. */
    public static final ReplyDecoder<ClientConnection> CONNECTION =
            new BuiltInDecoder<>(in -> connection(Values.text(in)));

    /** A line about each connection. */
    public static final ReplyDecoder<List<ClientConnection>> CONNECTIONS = new BuiltInDecoder<>(
            in -> Values.text(in).lines().map(ConnectionDecoders::connection).toList());

    /** How keys are tracked. */
    public static final ReplyDecoder<ClientTracking> TRACKING = new BuiltInDecoder<>(in -> tracking(Fields.read(in)));

    /** What the server says of itself. */
    public static final ReplyDecoder<ServerHello> SERVER_HELLO = new BuiltInDecoder<>(in -> hello(Fields.read(in)));

    /** A blank before a name and not within a value: the path of a unix socket may have some. */
    private static final Pattern BEFORE_NAME = Pattern.compile(" (?=[a-z][a-z0-9_-]*=)");

    private static final Set<String> WITH_COMPONENT = Set.of(
            "id", "addr", "laddr", "name", "age", "idle", "flags", "db", "cmd", "user", "resp", "lib-name", "lib-ver");

    private ConnectionDecoders() {}

    /** What a line of {@code name=value} says. */
    static ClientConnection connection(String line) {
        Map<String, String> others = namesAndValues(line.strip());
        Fields fields = Fields.of(others);
        others.keySet().removeAll(WITH_COMPONENT);
        Long resp = fields.optionalInteger("resp");
        return new ClientConnection(
                fields.integer("id"),
                fields.text("addr"),
                fields.optionalText("laddr"),
                something(fields.optionalText("name")),
                Duration.ofSeconds(fields.integer("age")),
                Duration.ofSeconds(fields.integer("idle")),
                fields.text("flags"),
                Math.toIntExact(fields.integer("db")),
                something(fields.optionalText("cmd")),
                fields.optionalText("user"),
                resp == null ? null : Math.toIntExact(resp),
                something(fields.optionalText("lib-name")),
                something(fields.optionalText("lib-ver")),
                others);
    }

    private static Map<String, String> namesAndValues(String line) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : BEFORE_NAME.split(line)) {
            int sign = field.indexOf('=');
            if (sign < 0) {
                throw new CarmineProtocolException("expected name=value in a line about a connection", -1, null);
            }
            values.put(field.substring(0, sign), field.substring(sign + 1));
        }
        return values;
    }

    /** Nothing is written as the empty text, and no command as NULL. */
    private static @Nullable String something(@Nullable String text) {
        return text == null || text.isEmpty() || text.equals("NULL") ? null : text;
    }

    private static ClientTracking tracking(Fields fields) {
        return new ClientTracking(fields.texts("flags"), fields.integer("redirect"), fields.texts("prefixes"));
    }

    private static ServerHello hello(Fields fields) {
        return new ServerHello(
                fields.text("server"),
                fields.text("version"),
                Math.toIntExact(fields.integer("proto")),
                fields.integer("id"),
                fields.text("mode"),
                fields.text("role"),
                fields.list("modules", module -> Fields.of(module).text("name")));
    }
}

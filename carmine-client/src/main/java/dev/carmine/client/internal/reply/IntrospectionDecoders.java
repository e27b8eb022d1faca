package dev.carmine.client.internal.reply;

import dev.carmine.client.command.CommandArgument;
import dev.carmine.client.command.CommandDocs;
import dev.carmine.client.command.CommandInfo;
import dev.carmine.client.command.CommandKey;
import dev.carmine.client.command.CommandKeySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decoders of what a server tells of its commands. */
public final class IntrospectionDecoders {
    /** What is known of commands. */
    public static final ReplyDecoder<List<CommandInfo>> COMMAND_INFOS =
            new BuiltInDecoder<>(in -> Values.list(in, element -> info(Values.anything(element))));

    /** What is known of commands, with nil for those the server does not know. */
    public static final ReplyDecoder<List<@Nullable CommandInfo>> OPTIONAL_COMMAND_INFOS = new BuiltInDecoder<>(in ->
            Values.list(in, element -> Values.orNull(element, some -> info(Values.anything(some)))));

    /** The documentation of commands by their names. */
    public static final ReplyDecoder<Map<String, CommandDocs>> COMMAND_DOCUMENTATION =
            new BuiltInDecoder<>(in -> docs(Fields.read(in)));

    /** Keys with their flags. */
    public static final ReplyDecoder<List<CommandKey>> COMMAND_KEYS =
            new BuiltInDecoder<>(in -> Values.list(in, element -> key(Elements.of(Values.anything(element)))));

    private IntrospectionDecoders() {}

    private static CommandInfo info(@Nullable Object read) {
        Elements info = Elements.of(read);
        return new CommandInfo(
                info.text(0),
                Math.toIntExact(info.integer(1)),
                info.texts(2),
                Math.toIntExact(info.integer(3)),
                Math.toIntExact(info.integer(4)),
                Math.toIntExact(info.integer(5)),
                info.texts(6),
                info.texts(7),
                info.list(8, spec -> keySpec(Fields.of(spec))),
                info.list(9, IntrospectionDecoders::info));
    }

    private static CommandKeySpec keySpec(Fields spec) {
        return new CommandKeySpec(
                spec.texts("flags"),
                begin(spec.fields("begin_search")),
                find(spec.fields("find_keys")),
                spec.optionalText("notes"));
    }

    private static CommandKeySpec.Begin begin(Fields begin) {
        String type = begin.text("type");
        Fields spec = begin.fields("spec");
        return switch (type) {
            case "index" -> new CommandKeySpec.Index(integer(spec, "index"));
            case "keyword" -> new CommandKeySpec.Keyword(spec.text("keyword"), integer(spec, "startfrom"));
            default -> new CommandKeySpec.Unknown(type);
        };
    }

    private static CommandKeySpec.Find find(Fields find) {
        String type = find.text("type");
        Fields spec = find.fields("spec");
        return switch (type) {
            case "range" ->
                new CommandKeySpec.Range(integer(spec, "lastkey"), integer(spec, "keystep"), integer(spec, "limit"));
            case "keynum" ->
                new CommandKeySpec.KeyNumber(
                        integer(spec, "keynumidx"), integer(spec, "firstkey"), integer(spec, "keystep"));
            default -> new CommandKeySpec.Unknown(type);
        };
    }

    private static int integer(Fields fields, String name) {
        return Math.toIntExact(fields.integer(name));
    }

    private static Map<String, CommandDocs> docs(@Nullable Fields commands) {
        Map<String, CommandDocs> docs = new LinkedHashMap<>();
        if (commands != null) {
            commands.all().forEach((name, command) -> docs.put(name, docsOfOne(Fields.of(command))));
        }
        return docs;
    }

    private static CommandDocs docsOfOne(Fields command) {
        return new CommandDocs(
                command.optionalText("summary"),
                command.optionalText("since"),
                command.text("group"),
                command.optionalText("complexity"),
                command.texts("doc_flags"),
                command.optionalText("deprecated_since"),
                command.optionalText("replaced_by"),
                command.list("history", change -> change(Elements.of(change))),
                command.optionalText("module"),
                command.list("arguments", argument -> argument(Fields.of(argument))),
                docs(command.optionalFields("subcommands")));
    }

    private static CommandDocs.Change change(Elements change) {
        return new CommandDocs.Change(change.text(0), change.text(1));
    }

    private static CommandArgument argument(Fields argument) {
        return new CommandArgument(
                argument.text("name"),
                argument.text("type"),
                argument.optionalText("display_text"),
                argument.optionalInteger("key_spec_index"),
                argument.optionalText("token"),
                argument.optionalText("summary"),
                argument.optionalText("since"),
                argument.optionalText("deprecated_since"),
                argument.texts("flags"),
                argument.list("arguments", inner -> argument(Fields.of(inner))));
    }

    private static CommandKey key(Elements key) {
        return new CommandKey(key.text(0), key.texts(1));
    }
}

package dev.carmine.generator;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes {@code CommandTable}, which holds what is known of every command that has a factory. */
final class TableWriter {
    private static final String TYPE_NAME = "CommandTable";

    private TableWriter() {}

    /** The table of commands, given in the order of their names. */
    static SourceFile write(Collection<TableEntry> commands) {
        SourceFile file = new SourceFile(Names.SPEC_PACKAGE, TYPE_NAME);
        String list = file.use("java.util.List");
        String map = file.use("java.util.Map");
        String function = file.use("java.util.function.Function");
        String collectors = file.use("java.util.stream.Collectors");
        file.addJavadoc(
                "",
                "What is known of every command that has a factory, as the factories' annotations and Javadoc say.");
        file.addGenerated().add("public final class " + TYPE_NAME + " {\n");
        for (TableEntry entry : commands) {
            CommandFlags command = entry.flags();
            file.add("\n    /** " + command.name() + ". */\n    public static final CommandSpec " + command.constant()
                    + " = new CommandSpec(\"" + command.name() + "\", " + command.readOnly() + ", Blocking."
                    + command.blocking() + ", \"" + entry.since() + "\");\n");
        }
        String constants =
                commands.stream().map(entry -> entry.flags().constant()).collect(Collectors.joining(",\n            "));
        return file.add("""

                    private static final %1$s<CommandSpec> ALL = %1$s.of(
                            %5$s);

                    private static final %2$s<String, CommandSpec> BY_NAME =
                            ALL.stream().collect(%4$s.toUnmodifiableMap(CommandSpec::name, %3$s.identity()));

                    private %6$s() {}

                    /**
                     * All of them in the order of their names.
                     *
                     * @return an immutable list
                     */
                    public static %1$s<CommandSpec> all() {
                        return ALL;
                    }

                    /** The command of a name in capitals, or null if it has no factory. */
                    static @%7$s CommandSpec find(String name) {
                        return BY_NAME.get(name);
                    }
                }
                """.formatted(list, map, function, collectors, constants, TYPE_NAME, file.use(Names.NULLABLE)));
    }
}

package dev.carmine.it.command;

import dev.carmine.client.Command;
import dev.carmine.it.layout.SourceTree;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A factory of commands as it is written, since neither its annotations nor its Javadoc are there at run time.
 *
 * @param group the simple name of its class
 * @param command the command's name in capitals, such as {@code CONFIG GET}
 * @param javadoc its line of Javadoc
 */
record Factory(String group, String command, String javadoc) {
    private static final Path SOURCES = SourceTree.ROOT.resolve(Path.of("carmine-client", "src", "main", "java"));

    private static final Path PACKAGE = Path.of("dev", "carmine", "client", "command");

    private static final Pattern FACTORY = Pattern.compile("/\\*\\*(.*)\\*/\\R *@Redis\\(\"(.+?)\"\\)");

    private static final Pattern SINCE = Pattern.compile(", since (?:\\w+ )?(\\d+\\.\\d+\\.\\d+)");

    /** All factories there are. */
    static List<Factory> all() {
        return groups().stream()
                .flatMap(file -> FACTORY.matcher(SourceTree.read(file))
                        .results()
                        .map(factory -> new Factory(simpleName(file), factory.group(2), factory.group(1))))
                .toList();
    }

    /** A command of each factory, made of any arguments that its types allow. */
    static List<Command<?>> samples() {
        return groups().stream()
                .flatMap(file -> Stream.of(classIn(file).getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .<Command<?>>map(method -> (Command<?>) Samples.call(method))
                .toList();
    }

    /** The files with factories, those of modules included. */
    private static List<Path> groups() {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(PACKAGE))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> SourceTree.read(file).contains("@Redis(\""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> classIn(Path file) {
        Path folder = SOURCES.relativize(file.getParent());
        String name = folder.toString().replace(File.separatorChar, '.') + "." + simpleName(file);
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError("no class " + name, e);
        }
    }

    private static String simpleName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** Whether its command has this name, or is a subcommand of that. */
    boolean isOf(String name) {
        return (command + " ").startsWith(name + " ");
    }

    /** The version that the Javadoc names behind the complexity: of Redis, of Valkey, or of a module whose name stands before it. */
    String since() {
        Matcher since = SINCE.matcher(javadoc);
        if (!since.find()) {
            throw new AssertionError(command + " does not tell since when it is there:" + javadoc);
        }
        return since.group(1);
    }
}

package dev.carmine.it.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The source tree these tests were started in. */
public final class SourceTree {
    /** The root; known by the list of versions. */
    public static final Path ROOT = findRoot();

    private SourceTree() {}

    private static Path findRoot() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("versions.properties"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no versions.properties in or above " + start + "; run the tests inside the source tree");
    }

    /** All modules of the build, by folder name. */
    static List<String> modules() {
        return Pom.of("").texts("/project/modules/module");
    }

    /** The modules whose jars are published: those with a module descriptor. */
    static List<String> publishedModules() {
        return modules().stream()
                .filter(module -> Files.exists(ROOT.resolve(module).resolve("src/main/java/module-info.java")))
                .toList();
    }

    /** The hand-written Java files of some modules; what lies among the resources is data. */
    static List<JavaSource> javaSources(List<String> modules) {
        List<JavaSource> sources = new ArrayList<>();
        for (String module : modules) {
            for (Path file : filesBelow(ROOT.resolve(module).resolve("src"), ".java")) {
                JavaSource source = new JavaSource(ROOT.relativize(file), read(file));
                if (!source.isResource()) {
                    sources.add(source);
                }
            }
        }
        return sources;
    }

    /** The Markdown files that are part of the project, relative to the root. */
    static List<Path> documents() {
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT)) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        documents.addAll(filesBelow(ROOT.resolve("docs"), ".md"));
        modules()
                .forEach(module ->
                        documents.addAll(filesBelow(ROOT.resolve(module).resolve("src"), ".md")));
        return documents.stream().map(ROOT::relativize).sorted().toList();
    }

    /** The text of a file, whose path may be relative to the root. */
    public static String read(Path file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesBelow(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

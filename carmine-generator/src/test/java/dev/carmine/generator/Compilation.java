package dev.carmine.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What became of sources that were compiled in memory with the processor.
 *
 * @param succeeded whether there were neither errors nor warnings
 * @param messages what the compiler said, with the number of the line
 * @param generated the generated sources by simple type name
 */
record Compilation(boolean succeeded, List<String> messages, Map<String, String> generated) {

    /** Compiles sources, all of which must have one public type. */
    static Compilation of(List<String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Map<String, String> generated = new TreeMap<>();
        try (JavaFileManager files = new MemoryFiles(
                compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8), generated)) {
            List<String> options = List.of("-Xlint:all,-processing", "-Werror", "-classpath", classPath());
            List<Source> units = sources.stream().map(Source::new).toList();
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, diagnostics, options, null, units);
            task.setProcessors(List.of(new CommandProcessor()));
            boolean succeeded = task.call();
            return new Compilation(succeeded, messages(diagnostics), generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> messages(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(diagnostic -> diagnostic.getLineNumber() + ": " + diagnostic.getMessage(null))
                .toList();
    }

    /** The jar of the annotations of nullness. */
    private static String classPath() {
        return Nullable.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("memory:///" + typeName(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        private static String typeName(String text) {
            return text.replaceFirst(
                    "(?s).*?public (?:final |static )*(?:@?interface|class|enum|record) (\\w+).*", "$1");
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps generated sources and throws classes away. */
    private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, String> generated;

        MemoryFiles(JavaFileManager files, Map<String, String> generated) {
            super(files);
            this.generated = generated;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String simpleName = className.substring(className.lastIndexOf('.') + 1);
            return new SimpleJavaFileObject(URI.create("memory:///" + simpleName + kind.extension), kind) {
                @Override
                public Writer openWriter() {
                    return new StringWriter() {
                        @Override
                        public void close() {
                            generated.put(simpleName, toString());
                        }
                    };
                }

                @Override
                public OutputStream openOutputStream() {
                    return OutputStream.nullOutputStream();
                }

                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return Objects.requireNonNull(generated.get(simpleName));
                }
            };
        }
    }
}

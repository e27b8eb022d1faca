package dev.carmine.generator;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One generated file: collects the imports that its body asks for, and indents the body. */
final class SourceFile {
    private final String packageName;
    private final String typeName;
    private final StringBuilder body = new StringBuilder();

    /** Qualified names by simple name, the file's own type included. */
    private final Map<String, String> imports = new TreeMap<>();

    SourceFile(String packageName, String typeName) {
        this.packageName = packageName;
        this.typeName = typeName;
        imports.put(typeName, packageName + "." + typeName);
    }

    /** How to write a type in this file: its simple name, unless another type has that already. */
    String use(String qualifiedName) {
        String simpleName = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
        String taken = imports.putIfAbsent(simpleName, qualifiedName);
        return taken == null || taken.equals(qualifiedName) ? simpleName : qualifiedName;
    }

    /** Appends lines to the body; each is indented as its own blanks say. */
    SourceFile add(String lines) {
        body.append(lines);
        return this;
    }

    /** Appends a Javadoc comment with its indentation. */
    SourceFile addJavadoc(String indent, String text) {
        String comment = text.stripTrailing().stripIndent();
        if (comment.lines().count() == 1) {
            body.append(indent).append("/** ").append(comment).append(" */\n");
            return this;
        }
        body.append(indent).append("/**\n");
        comment.lines()
                .forEach(line ->
                        body.append((indent + " * " + line).stripTrailing()).append('\n'));
        body.append(indent).append(" */\n");
        return this;
    }

    /**
     * Appends the annotation that tells people and tools that nobody wrote this. The module it comes from is not passed
     * on to the readers of the client, about which the compiler would complain.
     */
    SourceFile addGenerated() {
        body.append("@SuppressWarnings(\"exports\")\n@")
                .append(use(Names.GENERATED))
                .append("(\"")
                .append(CommandProcessor.class.getName())
                .append("\")\n");
        return this;
    }

    String qualifiedName() {
        return packageName + "." + typeName;
    }

    @Override
    public String toString() {
        String importLines = imports.values().stream()
                .filter(name -> !isVisibleAnyway(name))
                .sorted()
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
        return "package " + packageName + ";\n\n" + importLines + (importLines.isEmpty() ? "" : "\n") + body;
    }

    private boolean isVisibleAnyway(String name) {
        String in = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return Arrays.asList("java.lang", packageName).contains(in);
    }
}

package dev.carmine.generator;

import java.util.List;

/** Writes {@code Commands}, which holds all factories for those who prefer a single static import. */
final class CommandsWriter {
    private static final String TYPE_NAME = "Commands";

    private CommandsWriter() {}

    static SourceFile write(String packageName, List<Group> groups) {
        SourceFile file = new SourceFile(packageName, TYPE_NAME);
        MethodText methods = new MethodText(file, null);
        file.addJavadoc("", "All command factories in one place, for a single static import.");
        file.addGenerated().add("public final class " + TYPE_NAME + " {\n\n    private " + TYPE_NAME + "() {}\n");
        for (Group group : groups) {
            for (Factory factory : group.factories()) {
                String result = methods.types().of(factory.method().getReturnType());
                file.add("\n").addJavadoc("    ", factory.javadoc());
                file.add("    public static " + methods.signature(factory.method(), result) + " {\n");
                file.add("        return " + methods.factoryCall(group, factory.method()) + ";\n    }\n");
            }
        }
        return file.add("}\n");
    }
}

package dev.carmine.generator;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the interfaces of one face. Where replies have stored values, an interface has a parameter for their type,
 * {@code String} for those who do not ask for another.
 */
final class FaceWriter {
    /** Stands for the type of stored values. */
    private static final String VALUE = "V";

    private final Face face;

    FaceWriter(Face face) {
        this.face = face;
    }

    /** The interface with one method for each factory of a group. */
    SourceFile group(Group group) {
        SourceFile file = new SourceFile(group.packageName(), face.groupInterface(group));
        MethodText methods = new MethodText(file, VALUE);
        addJavadoc(file, "The commands of {@link " + group.name() + "}, " + face.manner() + ".", group.readsStored());
        file.addGenerated().add("public interface " + interfaceOf(group) + " {\n\n");
        file.addJavadoc("    ", face.callJavadoc());
        file.add("    " + callerSignature(file) + ";\n");
        if (group.readsStored()) {
            file.add("\n").addJavadoc("    ", """
                    What stored values are read as.

                    @return the type
                    """);
            file.add("    " + valueTypeSignature(file) + ";\n");
        }
        for (Factory factory : group.factories()) {
            String result = face.result(factory.result(), methods.types(), file);
            file.add("\n").addJavadoc("    ", factory.javadoc());
            file.add("    default " + methods.signature(factory.method(), result) + " {\n");
            file.add("        return " + face.caller() + "(" + command(group, factory, methods, file) + ");\n");
            file.add("    }\n");
        }
        return file.add("}\n");
    }

    /** The interface that extends those of all groups. */
    SourceFile all(String packageName, List<Group> groups) {
        boolean readsStored = groups.stream().anyMatch(Group::readsStored);
        SourceFile file = new SourceFile(packageName, face.allInterface());
        addJavadoc(file, "All commands, " + face.manner() + ".", readsStored);
        file.addGenerated().add("public interface " + withVariable(face.allInterface(), readsStored));
        file.add("\n        extends ");
        file.add(parents(groups, readsStored, file).collect(Collectors.joining(",\n                ")));
        file.add(" {\n\n    @Override\n    " + callerSignature(file) + ";\n");
        if (readsStored) {
            file.add("\n    @Override\n    " + valueTypeSignature(file) + ";\n");
        }
        return file.add("}\n");
    }

    private Stream<String> parents(List<Group> groups, boolean readsStored, SourceFile file) {
        List<String> handwritten = readsStored ? face.handwritten() : List.of();
        return Stream.concat(
                handwritten.stream().map(type -> withVariable(file.use(type), true)),
                groups.stream()
                        .map(group -> withVariable(
                                file.use(group.packageName() + "." + face.groupInterface(group)),
                                group.readsStored())));
    }

    private static void addJavadoc(SourceFile file, String sentence, boolean readsStored) {
        String parameter = "\n\n@param <" + VALUE + "> what stored values are read as";
        file.addJavadoc("", readsStored ? sentence + parameter : sentence);
    }

    private String interfaceOf(Group group) {
        return withVariable(face.groupInterface(group), group.readsStored());
    }

    private static String withVariable(String type, boolean readsStored) {
        return readsStored ? type + "<" + VALUE + ">" : type;
    }

    /** The command that the factory makes, with its stored values read as they are wanted. */
    private static String command(Group group, Factory factory, MethodText methods, SourceFile file) {
        String made = methods.factoryCall(group, factory.method());
        return factory.readsStored()
                ? file.use(Names.ENCODED_COMMAND) + ".of(" + made + ").storedAs(valueType())"
                : made;
    }

    private static String valueTypeSignature(SourceFile file) {
        return file.use(Names.TYPE_REF) + "<" + VALUE + "> valueType()";
    }

    private String callerSignature(SourceFile file) {
        String bound = "<T extends @" + file.use(Names.NULLABLE) + " Object> ";
        return bound + face.anyResult(file) + " " + face.caller() + "(" + file.use(Names.COMMAND) + "<T> command)";
    }
}

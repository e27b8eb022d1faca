package dev.carmine.generator;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the interfaces of one face. */
final class FaceWriter {
    private final Face face;

    FaceWriter(Face face) {
        this.face = face;
    }

    /** The interface with one method for each factory of a group. */
    SourceFile group(Group group) {
        SourceFile file = new SourceFile(group.packageName(), face.groupInterface(group));
        MethodText methods = new MethodText(file);
        file.addJavadoc("", "The commands of {@link " + group.name() + "}, " + face.manner() + ".");
        file.addGenerated().add("public interface " + face.groupInterface(group) + " {\n\n");
        file.addJavadoc("    ", face.callJavadoc());
        file.add("    " + callerSignature(file) + ";\n");
        for (Factory factory : group.factories()) {
            String result = face.result(factory.result(), methods.types(), file);
            file.add("\n").addJavadoc("    ", factory.javadoc());
            file.add("    default " + methods.signature(factory.method(), result) + " {\n");
            file.add("        return " + face.caller() + "(" + methods.factoryCall(group, factory.method()) + ");\n");
            file.add("    }\n");
        }
        return file.add("}\n");
    }

    /** The interface that extends those of all groups. */
    SourceFile all(String packageName, List<Group> groups) {
        SourceFile file = new SourceFile(packageName, face.allInterface());
        file.addJavadoc("", "All commands, " + face.manner() + ".");
        file.addGenerated().add("public interface " + face.allInterface() + "\n        extends ");
        file.add(groups.stream().map(face::groupInterface).collect(Collectors.joining(",\n                ")));
        file.add(" {\n\n    @Override\n    " + callerSignature(file) + ";\n}\n");
        return file;
    }

    private String callerSignature(SourceFile file) {
        String bound = "<T extends @" + file.use(Names.NULLABLE) + " Object> ";
        return bound + face.anyResult(file) + " " + face.caller() + "(" + file.use(Names.COMMAND) + "<T> command)";
    }
}

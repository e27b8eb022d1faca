package dev.carmine.generator;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Generates, from the command factories among the sources being compiled, the faces of every group, the interfaces that
 * combine them, {@code Commands} and {@code CommandTable}. All factories must be compiled together.
 */
@SupportedAnnotationTypes({Names.REDIS, Names.READ_ONLY, Names.BLOCKS})
public final class CommandProcessor extends AbstractProcessor {

    /** For the compiler, which finds this class as a service. */
    public CommandProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims the annotations, or the compiler would warn that nobody does: they mean nothing to anyone else. */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations")
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!annotations.isEmpty()) {
            try {
                generate(groups(annotations, round));
            } catch (FactoryException e) {
                processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.getMessage(), e.element());
            } catch (IOException e) {
                processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "Cannot write: " + e);
            }
        }
        return true;
    }

    private List<Group> groups(Set<? extends TypeElement> annotations, RoundEnvironment round) throws FactoryException {
        FactoryReader reader = new FactoryReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        Map<String, Group> groups = new TreeMap<>();
        for (TypeElement annotation : annotations) {
            for (Element method : round.getElementsAnnotatedWith(annotation)) {
                if (method.getEnclosingElement() instanceof TypeElement type) {
                    String name = type.getQualifiedName().toString();
                    if (!groups.containsKey(name)) {
                        groups.put(name, reader.read(type));
                    }
                }
            }
        }
        return List.copyOf(groups.values());
    }

    private void generate(List<Group> groups) throws FactoryException, IOException {
        checkSignatures(groups);
        List<SourceFile> files = new ArrayList<>();
        String packageName = outermostPackage(groups);
        for (Face face : Face.values()) {
            FaceWriter writer = new FaceWriter(face);
            groups.forEach(group -> files.add(writer.group(group)));
            files.add(writer.all(packageName, groups));
        }
        files.add(CommandsWriter.write(packageName, groups));
        files.add(TableWriter.write(commands(groups)));
        Element[] origins = groups.stream().map(Group::type).toArray(Element[]::new);
        for (SourceFile file : files) {
            try (Writer out = processingEnv
                    .getFiler()
                    .createSourceFile(file.qualifiedName(), origins)
                    .openWriter()) {
                out.write(file.toString());
            }
        }
    }

    /** Where what combines all groups goes: the package above those of all others. */
    private static String outermostPackage(List<Group> groups) {
        return groups.stream()
                .map(Group::packageName)
                .min(Comparator.comparing(String::length))
                .orElseThrow();
    }

    /** All factories meet in {@code Commands} and in the combining interfaces. */
    private static void checkSignatures(List<Group> groups) throws FactoryException {
        Map<String, Factory> seen = new HashMap<>();
        for (Group group : groups) {
            for (Factory factory : group.factories()) {
                Factory other = seen.putIfAbsent(factory.signature(), factory);
                if (other != null) {
                    throw new FactoryException(
                            factory.method(),
                            "The factory " + factory.signature() + " exists already in "
                                    + other.method().getEnclosingElement());
                }
            }
        }
    }

    /** The commands by name. Several factories may make the same command, but must agree on its flags. */
    private static Collection<TableEntry> commands(List<Group> groups) throws FactoryException {
        Map<String, TableEntry> commands = new TreeMap<>();
        for (Group group : groups) {
            for (Factory factory : group.factories()) {
                CommandFlags flags = factory.command();
                TableEntry other = commands.get(flags.name());
                if (other != null && !other.flags().equals(flags)) {
                    throw new FactoryException(
                            factory.method(), "Another factory of " + flags.name() + " has other flags than this one");
                }
                Since since = other == null ? factory.since() : other.since().orEarlier(factory.since());
                commands.put(flags.name(), new TableEntry(flags, since));
            }
        }
        return commands.values();
    }
}

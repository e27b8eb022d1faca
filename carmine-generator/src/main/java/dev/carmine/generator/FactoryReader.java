package dev.carmine.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Checks annotated methods and turns them into {@link Factory} records. */
final class FactoryReader {
    private static final Pattern COMMAND_NAME = Pattern.compile("[A-Z][A-Z0-9_.-]*( [A-Z][A-Z0-9_-]*)?");

    private final Elements elements;
    private final Types types;

    FactoryReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** All factories of a class. Each of its public static methods must be one. */
    Group read(TypeElement type) throws FactoryException {
        if (type.getNestingKind() != NestingKind.TOP_LEVEL
                || !type.getModifiers().contains(Modifier.PUBLIC)) {
            throw new FactoryException(type, "The class of a command factory must be public and not nested");
        }
        List<Factory> factories = new ArrayList<>();
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof ExecutableElement method && isCandidate(method)) {
                factories.add(read(method));
            }
        }
        factories.sort(Factory.ORDER);
        return new Group(type, List.copyOf(factories));
    }

    private static boolean isCandidate(ExecutableElement method) {
        boolean isPublicStatic = method.getModifiers().containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC));
        return method.getKind() == ElementKind.METHOD
                && (isPublicStatic || annotation(method, Names.REDIS).isPresent());
    }

    private Factory read(ExecutableElement method) throws FactoryException {
        AnnotationMirror redis = annotation(method, Names.REDIS)
                .orElseThrow(() -> new FactoryException(
                        method, "A public static method among command factories needs @Redis with its command's name"));
        if (!method.getModifiers().containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC))) {
            throw new FactoryException(method, "A command factory must be public and static");
        }
        String javadoc = elements.getDocComment(method);
        if (javadoc == null || javadoc.isBlank()) {
            throw new FactoryException(method, "A command factory needs Javadoc: all generated methods get it");
        }
        return new Factory(
                method, result(method), signature(method), javadoc, flags(method, redis), since(method, javadoc));
    }

    private static Since since(ExecutableElement method, String javadoc) throws FactoryException {
        return Since.in(javadoc)
                .orElseThrow(() -> new FactoryException(
                        method,
                        "The Javadoc of a command factory must say since when servers have it, right before the link to"
                                + " its page: \"since 7.0.0: <a href=...\", or \"since Valkey 8.0.0\", \"since 8.2.0 and"
                                + " Valkey 8.0.0\", \"since JSON 1.0.0\" for that of a module"));
    }

    /** The T of {@code Command<T>}. */
    private static TypeMirror result(ExecutableElement method) throws FactoryException {
        if (method.getReturnType() instanceof DeclaredType type
                && type.asElement() instanceof TypeElement declared
                && declared.getQualifiedName().contentEquals(Names.COMMAND)
                && type.getTypeArguments().size() == 1) {
            return type.getTypeArguments().get(0);
        }
        throw new FactoryException(method, "A command factory must return Command<...>, with what the reply becomes");
    }

    private String signature(ExecutableElement method) {
        return method.getParameters().stream()
                .map(VariableElement::asType)
                .map(types::erasure)
                .map(TypeMirror::toString)
                .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
    }

    private static CommandFlags flags(ExecutableElement method, AnnotationMirror redis) throws FactoryException {
        String name = value(redis).getValue().toString();
        if (!COMMAND_NAME.matcher(name).matches()) {
            throw new FactoryException(
                    method, "@Redis needs the command's name in capitals, one word or two, not \"" + name + "\"");
        }
        String blocking = annotation(method, Names.BLOCKS)
                .map(blocks -> ((VariableElement) value(blocks).getValue())
                        .getSimpleName()
                        .toString())
                .orElse(CommandFlags.NEVER);
        return new CommandFlags(name, annotation(method, Names.READ_ONLY).isPresent(), blocking);
    }

    /** The value of an annotation that has only one. */
    private static AnnotationValue value(AnnotationMirror annotation) {
        return annotation.getElementValues().values().iterator().next();
    }

    private static Optional<? extends AnnotationMirror> annotation(Element element, String name) {
        return element.getAnnotationMirrors().stream()
                .filter(annotation -> ((TypeElement)
                                annotation.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(name))
                .findFirst();
    }
}

package dev.carmine.generator;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * Writes types as they stand in source, with the annotations on every part of them. Those that are marked with
 * {@code @Stored} can be written as a type variable; the mark itself is left out.
 */
final class TypeText extends SimpleTypeVisitor14<String, Void> {
    private final SourceFile file;

    /** What stands for stored values; null if their types are written as they are. */
    private final @Nullable String storedVariable;

    TypeText(SourceFile file, @Nullable String storedVariable) {
        this.file = file;
        this.storedVariable = storedVariable;
    }

    /** Whether a part of a type is marked as a stored value. */
    static boolean holdsStored(TypeMirror type) {
        return type instanceof DeclaredType declared
                && (isStored(type) || declared.getTypeArguments().stream().anyMatch(TypeText::holdsStored));
    }

    private static boolean isStored(TypeMirror type) {
        return type.getAnnotationMirrors().stream().anyMatch(TypeText::isStoredMark);
    }

    private static boolean isStoredMark(AnnotationMirror annotation) {
        return nameOf(annotation).equals(Names.STORED);
    }

    private static String nameOf(AnnotationMirror annotation) {
        return ((TypeElement) annotation.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    String of(TypeMirror type) {
        return visit(type);
    }

    /** The parameters of a generic method and a blank, or nothing. */
    String ofParameters(List<? extends TypeParameterElement> parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        return parameters.stream().map(this::ofParameter).collect(Collectors.joining(", ", "<", "> "));
    }

    private String ofParameter(TypeParameterElement parameter) {
        String bounds = parameter.getBounds().stream().map(this::of).collect(Collectors.joining(" & "));
        return parameter.getSimpleName() + (bounds.equals("Object") ? "" : " extends " + bounds);
    }

    @Override
    public String visitPrimitive(PrimitiveType type, Void unused) {
        return annotations(type) + type.getKind().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String visitDeclared(DeclaredType type, Void unused) {
        if (storedVariable != null && isStored(type)) {
            return annotations(type) + storedVariable;
        }
        TypeElement element = (TypeElement) type.asElement();
        String arguments = type.getTypeArguments().isEmpty()
                ? ""
                : type.getTypeArguments().stream().map(this::of).collect(Collectors.joining(", ", "<", ">"));
        if (element.getEnclosingElement() instanceof TypeElement outer) {
            String outerName = file.use(outer.getQualifiedName().toString());
            return outerName + "." + annotations(type) + element.getSimpleName() + arguments;
        }
        return annotations(type) + file.use(element.getQualifiedName().toString()) + arguments;
    }

    @Override
    public String visitArray(ArrayType type, Void unused) {
        String annotations = annotations(type);
        return of(type.getComponentType()) + (annotations.isEmpty() ? "" : " " + annotations) + "[]";
    }

    @Override
    public String visitTypeVariable(TypeVariable type, Void unused) {
        return annotations(type) + type.asElement().getSimpleName();
    }

    @Override
    public String visitWildcard(WildcardType type, Void unused) {
        if (type.getExtendsBound() != null) {
            return "? extends " + of(type.getExtendsBound());
        }
        return type.getSuperBound() != null ? "? super " + of(type.getSuperBound()) : "?";
    }

    @Override
    protected String defaultAction(TypeMirror type, Void unused) {
        throw new IllegalArgumentException("No factory can have the type " + type + " in its signature");
    }

    private String annotations(TypeMirror type) {
        return type.getAnnotationMirrors().stream()
                .filter(annotation -> !isStoredMark(annotation))
                .map(annotation -> "@" + file.use(nameOf(annotation)) + " ")
                .collect(Collectors.joining());
    }
}

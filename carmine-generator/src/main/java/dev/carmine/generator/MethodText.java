package dev.carmine.generator;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a method that repeats the signature of a factory. */
final class MethodText {
    private final TypeText types;
    private final SourceFile file;

    /**
     * Begins to write methods.
     *
     * @param storedVariable the type variable that stands for stored values, or null if there is none
     */
    MethodText(SourceFile file, @Nullable String storedVariable) {
        this.file = file;
        this.types = new TypeText(file, storedVariable);
    }

    TypeText types() {
        return types;
    }

    /** Type parameters, result, name and parameters. */
    String signature(ExecutableElement method, String result) {
        return types.ofParameters(method.getTypeParameters()) + result + " " + method.getSimpleName() + "("
                + parameters(method) + ")";
    }

    /** The call of the factory with the parameters of the method around it. */
    String factoryCall(Group group, ExecutableElement method) {
        String arguments = method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .collect(Collectors.joining(", "));
        String factories = file.use(group.type().getQualifiedName().toString());
        return factories + "." + method.getSimpleName() + "(" + arguments + ")";
    }

    private String parameters(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        return parameters.stream()
                .map(parameter -> {
                    boolean isLast = parameter == parameters.get(parameters.size() - 1);
                    return type(parameter, method.isVarArgs() && isLast) + " " + parameter.getSimpleName();
                })
                .collect(Collectors.joining(", "));
    }

    private String type(VariableElement parameter, boolean varArgs) {
        return varArgs
                ? types.of(((ArrayType) parameter.asType()).getComponentType()) + "..."
                : types.of(parameter.asType());
    }
}

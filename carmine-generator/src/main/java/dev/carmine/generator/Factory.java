package dev.carmine.generator;

import java.util.Comparator;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * One factory method that has passed all checks.
 *
 * @param method the method
 * @param result what the command's reply becomes: the T of the {@code Command<T>} it returns
 * @param signature name and erased parameter types; no two factories may share it
 * @param javadoc the method's comment as the compiler gives it, a blank before each line
 * @param command the command's name and flags
 * @param since when servers began to have what it makes
 */
record Factory(
        ExecutableElement method,
        TypeMirror result,
        String signature,
        String javadoc,
        CommandFlags command,
        Since since) {

    /** The order in all that is generated. */
    static final Comparator<Factory> ORDER = Comparator.comparing(Factory::name).thenComparing(Factory::signature);

    /** Whether its reply has stored values, which can be read as a type of the user. */
    boolean readsStored() {
        return TypeText.holdsStored(result);
    }

    /** The method's name. */
    String name() {
        return method.getSimpleName().toString();
    }
}

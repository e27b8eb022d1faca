package dev.carmine.generator;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * The factories of one class.
 *
 * @param type the class, such as {@code Strings}
 * @param factories its factories, in {@link Factory#ORDER}
 */
record Group(TypeElement type, List<Factory> factories) {

    /** Whether some of its factories have replies with stored values. */
    boolean readsStored() {
        return factories.stream().anyMatch(Factory::readsStored);
    }

    /** The class's simple name. */
    String name() {
        return type.getSimpleName().toString();
    }

    /** The class's package, which its faces share. */
    String packageName() {
        String qualified = type.getQualifiedName().toString();
        return qualified.substring(0, qualified.length() - name().length() - 1);
    }
}

package dev.carmine.client.serialization;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.internal.value.WithoutContent;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what Jackson found wrong without quoting what it read, as its own messages do. */
final class JacksonFailure {
    private JacksonFailure() {}

    static CarmineSerializationException whenWriting(JacksonException e) {
        return failure(isAboutTypes(e) ? e.getOriginalMessage() : kind(e), e);
    }

    static CarmineSerializationException whenReading(JacksonException e) {
        return failure(kind(e), e);
    }

    /** Messages about types and limits, so long as nothing was read. */
    private static boolean isAboutTypes(JacksonException e) {
        return e instanceof InvalidDefinitionException || e instanceof StreamConstraintsException;
    }

    private static String kind(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return e.getOriginalMessage(); // speaks of the limit alone
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return "it ends early";
        }
        if (e instanceof StreamReadException) {
            return "it is damaged, or not of the serializer's format";
        }
        if (e instanceof InvalidDefinitionException bad) {
            return "Jackson has no way to make a " + bad.getType()
                    + " of what is there; the type may be abstract, or lack a constructor for it";
        }
        if (e instanceof MismatchedInputException) {
            return "it is something else than the type has there";
        }
        Throwable cause = e.getCause();
        return cause == null || cause instanceof JacksonException
                ? "Jackson has thrown " + e.getClass().getName()
                : "the type's own code has thrown " + cause.getClass().getName();
    }

    private static CarmineSerializationException failure(String kind, JacksonException e) {
        return new CarmineSerializationException(kind + place(e), new WithoutContent(e));
    }

    private static String place(JacksonException e) {
        StringBuilder text = new StringBuilder();
        List<JacksonException.Reference> path = e.getPath();
        if (!path.isEmpty()) {
            text.append(", at ");
            path.forEach(step -> text.append(step(step)));
        }
        long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        return offset < 0 ? text.toString() : text + ", byte " + offset;
    }

    private static String step(JacksonException.Reference step) {
        if (step.getIndex() >= 0) {
            return "[" + step.getIndex() + "]";
        }
        Object from = step.from();
        Class<?> type = from instanceof Class<?> named ? named : from == null ? Object.class : from.getClass();
        String name = step.getPropertyName();
        return isField(type, name) ? "." + name : ".?";
    }

    /** Whether a name is the type's own, and not a key that was read. */
    private static boolean isField(Class<?> type, String name) {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            if (Stream.of(declaring.getDeclaredFields())
                    .anyMatch(field -> field.getName().equals(name))) {
                return true;
            }
        }
        return false;
    }
}

package dev.carmine.client.serialization;

import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.internal.value.WithoutContent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what Jackson found wrong without quoting what it read, as its own messages do. */
final class JacksonFailure {
    /** How many steps of a path are told. */
    private static final int LONGEST_PATH = 10;

    // What Jackson tells apart by its messages alone.
    private static final String NOTHING_TO_WRITE = "FAIL_ON_EMPTY_BEANS";
    private static final String WITHIN_ITSELF = "Direct self-reference";
    private static final String NO_CONSTRUCTOR = "no delegate- or property-based Creator";

    private JacksonFailure() {}

    static CarmineSerializationException whenWriting(JacksonException e) {
        if (e instanceof StreamConstraintsException || says(e, WITHIN_ITSELF)) {
            return new CarmineSerializationException(
                    "it contains itself, or is nested deeper than the mapper allows: 500 levels, unless told otherwise",
                    new WithoutContent(e)); // every step of the path would be the same
        }
        if (e instanceof InvalidDefinitionException bad) {
            return failure(
                    says(e, NOTHING_TO_WRITE)
                            ? name(bad.getType())
                                    + " has no properties that can be read: make it a record, or add getters"
                            : e.getOriginalMessage(), // speaks of the type alone, since nothing was read
                    e);
        }
        return failure(kind(e), e);
    }

    static CarmineSerializationException whenReading(JacksonException e) {
        return failure(kind(e), e);
    }

    private static boolean says(JacksonException e, String words) {
        String message = e.getOriginalMessage();
        return message != null && message.contains(words);
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
            return "Jackson has no way to make " + name(bad.getType())
                    + " of what is there; the type may be abstract, or lack a constructor for it";
        }
        if (e instanceof MismatchedInputException bad) {
            return says(e, NO_CONSTRUCTOR)
                    ? name(bad.getTargetType()) + " lacks a constructor that Jackson can use for an object:"
                            + " make it a record, or add a constructor without parameters"
                    : "it is something else than the type has there";
        }
        Throwable cause = e.getCause();
        if (cause instanceof IllegalAccessException) {
            return "Jackson has no access to the type: open its package to tools.jackson.databind";
        }
        return cause == null || cause instanceof JacksonException
                ? "Jackson has thrown " + e.getClass().getName()
                : "the type's own code has thrown " + cause.getClass().getName();
    }

    private static String name(@Nullable Type type) {
        if (type == null) {
            return "the type";
        }
        return type instanceof JavaType known ? known.getRawClass().getTypeName() : type.getTypeName();
    }

    private static CarmineSerializationException failure(String kind, JacksonException e) {
        return new CarmineSerializationException(kind + place(e), new WithoutContent(e));
    }

    private static String place(JacksonException e) {
        StringBuilder text = new StringBuilder();
        List<JacksonException.Reference> path = e.getPath();
        if (!path.isEmpty()) {
            text.append(", at ");
            path.stream().limit(LONGEST_PATH).forEach(step -> text.append(step(step)));
            if (path.size() > LONGEST_PATH) {
                text.append("...");
            }
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

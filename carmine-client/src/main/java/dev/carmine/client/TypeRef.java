package dev.carmine.client;

import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.stream.Stream;

/**
 * A type with its type arguments, which a {@link Class} cannot have. It is written as an anonymous subclass:
 *
 * <pre>{@code
 * List<User> users = redis.get("users", new TypeRef<List<User>>() {});
 * }</pre>
 *
 * <p>Immutable; equal to others of the same type.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {
    private final Type type;

    /**
     * Takes the type from the subclass.
     *
     * @throws IllegalArgumentException if that leaves the type open, as {@code new TypeRef<List<E>>() {}} does within a
     *     method that has a parameter {@code E}
     */
    protected TypeRef() {
        this.type = argumentOf(getClass());
        if (isOpen(type)) {
            throw new IllegalArgumentException("the type " + type
                    + " is not known here: write a TypeRef of a complete type, such as new TypeRef<List<String>>() {}");
        }
    }

    private TypeRef(Type type) {
        this.type = type;
    }

    /**
     * A type without type arguments.
     *
     * @param type the class; a primitive one stands for its wrapper
     * @param <T> the type
     * @return a reference to it
     */
    public static <T> TypeRef<T> of(Class<T> type) {
        return new OfClass<>(type);
    }

    /**
     * The type.
     *
     * @return what was written between the brackets
     */
    public final Type type() {
        return type;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof TypeRef<?> that && type.equals(that.type);
    }

    @Override
    public final int hashCode() {
        return type.hashCode();
    }

    /** The type's name. */
    @Override
    public final String toString() {
        return type.getTypeName();
    }

    private static Type argumentOf(Class<?> subclass) {
        Type superclass = subclass.getGenericSuperclass();
        if (superclass instanceof ParameterizedType parameterized && parameterized.getRawType() == TypeRef.class) {
            return parameterized.getActualTypeArguments()[0];
        }
        throw new IllegalArgumentException(
                "a TypeRef must be written with its type, such as new TypeRef<List<String>>() {}");
    }

    private static boolean isOpen(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type owner = parameterized.getOwnerType();
            return Stream.of(parameterized.getActualTypeArguments()).anyMatch(TypeRef::isOpen)
                    || (owner != null && isOpen(owner));
        }
        if (type instanceof GenericArrayType array) {
            return isOpen(array.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(wildcard.getUpperBounds(), wildcard.getLowerBounds())
                    .flatMap(Stream::of)
                    .anyMatch(TypeRef::isOpen);
        }
        return type instanceof TypeVariable;
    }

    /** A reference to a class. */
    private static final class OfClass<T> extends TypeRef<T> {
        OfClass(Class<T> type) {
            super(type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type);
        }
    }
}

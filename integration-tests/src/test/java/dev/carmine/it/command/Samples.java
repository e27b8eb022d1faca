package dev.carmine.it.command;

import dev.carmine.client.TypeRef;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Arguments for any factory: something of their type, and no text twice, so that its text tells which word a key is. */
final class Samples {
    private static final Map<Class<?>, Object> FIXED = Map.ofEntries(
            Map.entry(long.class, 1L),
            Map.entry(Long.class, 1L),
            Map.entry(Number.class, 1L),
            Map.entry(int.class, 1),
            Map.entry(double.class, 0.5),
            Map.entry(Double.class, 0.5),
            Map.entry(float.class, 0.5f),
            Map.entry(byte.class, (byte) 1),
            Map.entry(Class.class, String.class),
            Map.entry(TypeRef.class, TypeRef.of(String.class)),
            Map.entry(Duration.class, Duration.ofSeconds(1)),
            Map.entry(Instant.class, Instant.ofEpochSecond(1)));

    private int texts;

    private Samples() {}

    /** What a static method returns for samples. */
    static Object call(Method factory) {
        return new Samples().made(factory);
    }

    private Object made(Executable factory) {
        Object[] arguments =
                Stream.of(factory.getGenericParameterTypes()).map(this::any).toArray();
        try {
            return factory instanceof Method method
                    ? method.invoke(null, arguments)
                    : ((Constructor<?>) factory).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + factory, e);
        }
    }

    private Object any(Type type) {
        if (type instanceof GenericArrayType array) {
            return twoOf(array.getGenericComponentType());
        }
        if (type instanceof TypeVariable<?> variable) {
            return any(variable.getBounds()[0]);
        }
        if (type instanceof WildcardType wildcard) {
            return any(wildcard.getUpperBounds()[0]);
        }
        return type instanceof ParameterizedType generic
                ? instance(raw(generic), generic.getActualTypeArguments())
                : instance(raw(type));
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private Object instance(Class<?> type, Type... of) {
        if (FIXED.containsKey(type)) {
            return FIXED.get(type);
        }
        if (type == List.class) {
            return List.of(any(of[0]), any(of[0]));
        }
        if (type == Set.class) {
            return Set.of(any(of[0]));
        }
        if (type == Map.class) {
            return Map.of(any(of[0]), any(of[1]));
        }
        if (type.isArray()) {
            return twoOf(type.getComponentType());
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return any(type.getPermittedSubclasses()[0]);
        }
        return type.isAssignableFrom(String.class) ? text() : madeOfLeast(type);
    }

    private String text() {
        return "text-" + ++texts;
    }

    private Object twoOf(Type element) {
        Object array = Array.newInstance(raw(element), 2);
        Array.set(array, 0, any(element));
        Array.set(array, 1, any(element));
        return array;
    }

    /** By the public method or constructor that asks for least. */
    private Object madeOfLeast(Class<?> type) {
        Stream<Executable> factories = Stream.of(type.getDeclaredMethods())
                .filter(method ->
                        Modifier.isStatic(method.getModifiers()) && type.isAssignableFrom(method.getReturnType()))
                .map(Executable.class::cast);
        return Stream.concat(factories, Stream.of(type.getConstructors()))
                .filter(factory -> Modifier.isPublic(factory.getModifiers()))
                .min(Comparator.comparing(Executable::getParameterCount).thenComparing(Executable::getName))
                .map(this::made)
                .orElseThrow(() -> new AssertionError("no sample of " + type));
    }
}

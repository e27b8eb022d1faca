package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Command;
import dev.carmine.client.Swaps;
import dev.carmine.client.TypeRef;
import dev.carmine.client.internal.command.EncodedCommand;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for all groups of factories; see {@link FactoryContract} for each of them. */
class FactoriesTest {

    @Test
    void everyGroupHasItsTest() {
        Stream<Class<?>> faces = Stream.of(SyncCommands.class.getInterfaces()).filter(face -> face != Swaps.class);
        assertThat(faces).hasSizeGreaterThan(7).allSatisfy(face -> {
            String group = face.getSimpleName().substring("Sync".length());
            assertThat(Class.forName(face.getPackageName() + "." + group + "Test"))
                    .isAssignableTo(FactoryContract.class);
        });
    }

    /** The generator takes the mark of a stored value on trust; a decoder that does not know its shape would throw. */
    @Test
    void everyMarkOfAStoredValueHasADecoderThatKnowsWhereItStands() throws ReflectiveOperationException {
        List<EncodedCommand<?>> called = new ArrayList<>();
        SyncCommands<?> typed = new SyncCommands<Integer>() {
            @Override
            @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // There is no reply.
            public <T extends @Nullable Object> T call(Command<T> command) {
                called.add(EncodedCommand.of(command));
                return null;
            }

            @Override
            public TypeRef<Integer> valueType() {
                return TypeRef.of(Integer.class);
            }
        };
        List<Method> reading = Stream.of(SyncCommands.class.getMethods())
                .filter(method -> method.getGenericReturnType().getTypeName().matches("(.*\\W)?V(\\W.*)?"))
                .filter(Method::isDefault)
                .toList();
        for (Method method : reading) {
            method.invoke(typed, samples(method));
        }
        assertThat(called).hasSizeGreaterThan(40).hasSameSizeAs(reading);
        assertThat(called).allMatch(command -> command.decoder().needsValues());
    }

    private static Object[] samples(Method method) {
        return Stream.of(method.getParameterTypes()).map(FactoriesTest::sample).toArray();
    }

    /** Anything of a type; argument objects are made by the method of theirs that asks for least. */
    private static Object sample(Class<?> type) {
        Map<Class<?>, Object> samples = Map.of(
                String.class,
                "s",
                Object.class,
                "o",
                long.class,
                1L,
                int.class,
                1,
                double.class,
                1.0,
                Duration.class,
                Duration.ofSeconds(1),
                Instant.class,
                Instant.ofEpochSecond(1),
                List.class,
                List.of("s"),
                Map.class,
                Map.of("s", "0-1"));
        Object known = samples.get(type);
        if (known != null) {
            return known;
        }
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, sample(type.getComponentType()));
            return array;
        }
        return type.isEnum() ? type.getEnumConstants()[0] : madeByAFactory(type);
    }

    private static Object madeByAFactory(Class<?> type) {
        Method factory = Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == type)
                .min(Comparator.comparing(Method::getParameterCount).thenComparing(Method::getName))
                .orElseThrow(() -> new AssertionError("No sample of " + type));
        try {
            return factory.invoke(null, samples(factory));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No sample of " + type, e);
        }
    }
}

package dev.carmine.client.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Serializer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a program sees that has not added a library which Carmine does not bring along. */
class MissingLibraryTest {
    private final ClassLoader withoutZstandard = new WithoutZstandard();

    @Test
    void isNamedByTheSerializerThatNeedsIt() throws ReflectiveOperationException {
        Class<?> type = withoutZstandard.loadClass(ZstdSerializer.class.getName());
        Method over = type.getMethod("over", Serializer.class);
        Throwable thrown = null;
        try {
            over.invoke(null, JacksonSerializer.smile());
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
        }

        assertThat(type).isNotSameAs(ZstdSerializer.class);
        assertThat(thrown)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("com.github.luben:zstd-jni")
                .hasCauseInstanceOf(NoClassDefFoundError.class);
    }

    /** Has copies of the serializers' classes of its own, and everything else but the library. */
    private static final class WithoutZstandard extends ClassLoader {
        private static final String OWN = ZstdSerializer.class.getPackageName() + ".";

        WithoutZstandard() {
            super(ZstdSerializer.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.github.luben.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(OWN)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.substring(OWN.length()) + ".class";
            try (InputStream in = Objects.requireNonNull(ZstdSerializer.class.getResourceAsStream(file), file)) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

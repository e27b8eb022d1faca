package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypeRefTest {

    @Test
    void keepsTypeArguments() {
        assertThat(new TypeRef<Map<String, List<Integer>>>() {}.type().getTypeName())
                .isEqualTo("java.util.Map<java.lang.String, java.util.List<java.lang.Integer>>");
    }

    @Test
    void takesAClassAsWell() {
        assertThat(new TypeRef<String>() {}.type()).isEqualTo(String.class);
        assertThat(TypeRef.of(String.class)).isEqualTo(new TypeRef<String>() {});
    }

    @Test
    void standsForTheWrapperOfAPrimitive() {
        assertThat(TypeRef.of(int.class).type()).isEqualTo(Integer.class);
    }

    @Test
    void equalsOthersOfItsType() {
        assertThat(new TypeRef<List<String>>() {})
                .isEqualTo(new TypeRef<List<String>>() {})
                .hasSameHashCodeAs(new TypeRef<List<String>>() {})
                .isNotEqualTo(new TypeRef<List<Integer>>() {})
                .isNotEqualTo(new TypeRef<Set<String>>() {})
                .hasToString("java.util.List<java.lang.String>");
    }

    @Test
    void refusesATypeThatIsStillOpen() {
        assertThatThrownBy(TypeRefTest::<String>open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("E is not known here");
        assertThatThrownBy(TypeRefTest::<String>listOfOpen)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not known here");
        assertThatThrownBy(TypeRefTest::<String>arrayOfOpen).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(TypeRefTest::<String>listOfSomeOpen).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @SuppressWarnings("rawtypes") // The missing type is the point.
    void refusesToHaveNoType() {
        assertThatThrownBy(() -> new TypeRef() {})
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be written with its type");
    }

    private static <E> TypeRef<E> open() {
        return new TypeRef<>() {};
    }

    private static <E> TypeRef<List<E>> listOfOpen() {
        return new TypeRef<>() {};
    }

    private static <E> TypeRef<E[]> arrayOfOpen() {
        return new TypeRef<>() {};
    }

    private static <E> TypeRef<List<? extends E>> listOfSomeOpen() {
        return new TypeRef<>() {};
    }
}

package dev.carmine.client.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.carmine.client.CarmineSerializationException;
import dev.carmine.client.TypeRef;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;

class JacksonSerializerTest {

    /** {@code new Customer.Older("Ann", 3, "gone")} as it was stored when the type looked like that. */
    private static final byte[] STORED_LONG_AGO = HexFormat.of()
            .parseHex("3a290a05fa836e616d6542416e6e8576697369747" + "3c68672656d6f766564" + "43676f6e65fb");

    static Stream<JacksonSerializer> serializers() {
        return Stream.of(JacksonSerializer.smile(), JacksonSerializer.json());
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void readsEverythingAsItWasWritten(JacksonSerializer serializer) {
        assertThat(roundTrip(serializer, Customer.example(), TypeRef.of(Customer.class)))
                .isEqualTo(Customer.example());
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void readsGenericTypes(JacksonSerializer serializer) {
        Map<String, List<Optional<Customer.Address>>> value =
                Map.of("k", List.of(Optional.empty(), Optional.of(new Customer.Address("s", null, 1))));

        assertThat(roundTrip(serializer, value, new TypeRef<Map<String, List<Optional<Customer.Address>>>>() {}))
                .isEqualTo(value);
        assertThat(roundTrip(serializer, Optional.empty(), new TypeRef<Optional<String>>() {}))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void readsSingleWordsAsTheyWereWritten(JacksonSerializer serializer) {
        assertThat(roundTrip(serializer, true, TypeRef.of(Boolean.class))).isTrue();
        assertThat(roundTrip(serializer, 'c', TypeRef.of(Character.class))).isEqualTo('c');
        assertThat(roundTrip(serializer, TimeUnit.DAYS, TypeRef.of(TimeUnit.class)))
                .isEqualTo(TimeUnit.DAYS);
        assertThat(roundTrip(serializer, new int[] {1, -1}, TypeRef.of(int[].class)))
                .containsExactly(1, -1);
    }

    @Test
    void writesSmileWithItsHeader() {
        assertThat(JacksonSerializer.smile().serialize(List.of())).startsWith(':', ')', '\n');
        assertThat(new String(JacksonSerializer.json().serialize(List.of(1)), StandardCharsets.UTF_8))
                .isEqualTo("[1]");
    }

    @Test
    void readsWhatAnOlderVersionOfTheTypeHasStored() {
        assertThat(JacksonSerializer.smile().serialize(new Customer.Older("Ann", 3, "gone")))
                .isEqualTo(STORED_LONG_AGO);

        assertThat(JacksonSerializer.smile().deserialize(STORED_LONG_AGO, TypeRef.of(Customer.Newer.class)))
                .isEqualTo(new Customer.Newer("Ann", 3, 0, null, Optional.empty(), null, false));
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void takesNullForTheDefaultOfAPrimitive(JacksonSerializer serializer) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put("number", null);

        assertThat(roundTrip(serializer, map, TypeRef.of(Customer.Address.class))
                        .number())
                .isZero();
    }

    /** Beans are mutable, have a constructor without parameters, and setters. */
    public static final class Bean {
        private int a = 5;
        private @Nullable Bean next;

        public int getA() {
            return a;
        }

        public void setA(int a) {
            this.a = a;
        }

        public @Nullable Bean getNext() {
            return next;
        }

        public void setNext(@Nullable Bean next) {
            this.next = next;
        }
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void readsBeansAndKeepsTheirDefaults(JacksonSerializer serializer) {
        Bean bean = new Bean();
        bean.setA(7);
        bean.setNext(new Bean());

        Bean read = roundTrip(serializer, bean, TypeRef.of(Bean.class));

        assertThat(read.getA()).isEqualTo(7);
        assertThat(read.getNext()).isNotNull().extracting(Bean::getA).isEqualTo(5);
        assertThat(roundTrip(serializer, Map.of("other", 1), TypeRef.of(Bean.class))
                        .getA())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void refusesObjectsThatContainThemselves(JacksonSerializer serializer) {
        Bean bean = new Bean();
        bean.setNext(new Bean());
        Objects.requireNonNull(bean.getNext()).setNext(bean);

        assertThatThrownBy(() -> serializer.serialize(bean))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessage("it contains itself, or is nested deeper than the mapper allows: 500 levels, unless told"
                        + " otherwise");
        bean.setNext(bean);
        assertThatThrownBy(() -> serializer.serialize(bean)).hasMessageStartingWith("it contains itself");
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void tellsTheFirstStepsOfALongWay(JacksonSerializer serializer) {
        Map<String, Object> wrong = Map.of("a", "secret");
        for (int i = 0; i < 100; i++) {
            wrong = Map.of("next", wrong);
        }
        Map<String, Object> deep = wrong;

        assertThatThrownBy(() -> roundTrip(serializer, deep, TypeRef.of(Bean.class)))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageContaining("at " + ".next".repeat(10) + "..., byte ");
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({@JsonSubTypes.Type(Circle.class), @JsonSubTypes.Type(Square.class)})
    sealed interface Figure permits Circle, Square {}

    record Circle(int radius) implements Figure {}

    record Square(int side) implements Figure {}

    @ParameterizedTest
    @MethodSource("serializers")
    void readsSubtypesThatHaveNames(JacksonSerializer serializer) {
        List<Figure> figures = List.of(new Circle(1), new Square(2));
        byte[] bytes = JacksonSerializer.of(mapper(serializer)).serialize(figures.toArray(Figure[]::new));

        assertThat(serializer.deserialize(bytes, new TypeRef<List<Figure>>() {}))
                .isEqualTo(figures);
    }

    private static ObjectMapper mapper(JacksonSerializer serializer) {
        return serializer == JacksonSerializer.smile()
                ? JacksonSerializer.smileMapper().build()
                : JacksonSerializer.jsonMapper().build();
    }

    /** Says when it is initialised. */
    public static final class Gadget implements NamedByClass, NamedByShortClass {
        static {
            Loaded.gadget = true;
        }
    }

    static final class Loaded {
        static boolean gadget;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    interface NamedByClass {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
    interface NamedByShortClass {}

    record HoldsClass(Class<?> type) {}

    record HoldsAnything(Object any) {}

    record HoldsNamed(
            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object any) {}

    private static final String GADGET = "dev.carmine.client.serialization.JacksonSerializerTest$Gadget";

    static Stream<Arguments> namesOfClasses() {
        Map<String, String> named = Map.of("@class", GADGET, "@c", ".JacksonSerializerTest$Gadget");
        return serializers()
                .flatMap(serializer -> Stream.of(
                        Arguments.of(serializer, named, TypeRef.of(NamedByClass.class)),
                        Arguments.of(serializer, named, TypeRef.of(NamedByShortClass.class)),
                        Arguments.of(serializer, List.of(GADGET, Map.of()), TypeRef.of(NamedByClass.class)),
                        Arguments.of(serializer, Map.of("any", named), TypeRef.of(HoldsNamed.class)),
                        Arguments.of(serializer, Map.of("type", GADGET), TypeRef.of(HoldsClass.class)),
                        Arguments.of(serializer, List.of(GADGET), TypeRef.of(Class[].class)),
                        Arguments.of(serializer, Map.of(GADGET, 1), new TypeRef<Map<Class<?>, Integer>>() {}),
                        Arguments.of(serializer, List.of(GADGET), TypeRef.of(JavaType[].class))));
    }

    @ParameterizedTest
    @MethodSource("namesOfClasses")
    void neverReadsANameOfAClass(JacksonSerializer serializer, Object value, TypeRef<?> type) {
        assertThatThrownBy(() -> roundTrip(serializer, value, type)).isInstanceOf(CarmineSerializationException.class);
        assertThat(Loaded.gadget).isFalse();
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void takesNamesOfClassesForTextWhereAnythingGoes(JacksonSerializer serializer) {
        List<?> content = List.of(GADGET, Map.of("@class", GADGET));

        assertThat(roundTrip(serializer, Map.of("any", content), TypeRef.of(HoldsAnything.class))
                        .any())
                .isEqualTo(content);
        assertThat(Loaded.gadget).isFalse();
    }

    /** Whose constants look alike. */
    enum Level {
        LOW,
        HIGH;

        @Override
        public String toString() {
            return "a level";
        }
    }

    record Levels(Level level, Map<Level, Level> map, Set<Level> set) {}

    @ParameterizedTest
    @MethodSource("serializers")
    void storesConstantsByTheirNames(JacksonSerializer serializer) {
        Levels levels = new Levels(Level.HIGH, Map.of(Level.LOW, Level.HIGH), Set.of(Level.LOW));

        assertThat(roundTrip(serializer, levels, TypeRef.of(Levels.class))).isEqualTo(levels);
        assertThat(roundTrip(serializer, Map.of("level", "HIGH"), TypeRef.of(Levels.class))
                        .level())
                .isEqualTo(Level.HIGH);
    }

    static Stream<Object> times() {
        LocalDateTime twice = LocalDateTime.of(2026, 10, 25, 2, 30);
        return Stream.of(
                ZonedDateTime.of(twice, ZoneId.of("UTC")),
                ZonedDateTime.of(twice, ZoneId.of("GMT")),
                ZonedDateTime.of(twice, ZoneOffset.UTC),
                ZonedDateTime.of(twice, ZoneId.of("Europe/Berlin")).withLaterOffsetAtOverlap(),
                ZonedDateTime.of(twice, ZoneId.of("Europe/Berlin")).withEarlierOffsetAtOverlap(),
                OffsetDateTime.of(twice, ZoneOffset.ofHoursMinutes(5, 30)),
                OffsetTime.of(1, 2, 3, 4, ZoneOffset.ofHours(-1)),
                LocalTime.of(23, 59, 59, 999_999_999),
                Year.of(-44),
                YearMonth.of(2026, 2),
                MonthDay.of(2, 29),
                Period.of(1, -2, 3),
                Duration.ofNanos(-1),
                Instant.MIN,
                Instant.MAX,
                ZoneId.of("Asia/Kolkata"));
    }

    @ParameterizedTest
    @MethodSource("times")
    void readsTimesWithTheirZones(Object time) {
        for (JacksonSerializer serializer : serializers().toList()) {
            Class<?> type = time instanceof ZoneId ? ZoneId.class : time.getClass();
            assertThat((Object) roundTrip(serializer, time, TypeRef.of(type))).isEqualTo(time);
        }
    }

    static Stream<Arguments> somethingElse() {
        return serializers()
                .flatMap(serializer -> Stream.of(
                        Arguments.of(serializer, Map.of("number", "5"), TypeRef.of(Customer.Address.class)),
                        Arguments.of(serializer, Map.of("number", 41.9), TypeRef.of(Customer.Address.class)),
                        Arguments.of(serializer, Map.of("number", true), TypeRef.of(Customer.Address.class)),
                        Arguments.of(serializer, Map.of("number", 1L << 40), TypeRef.of(Customer.Address.class)),
                        Arguments.of(serializer, Map.of("level", 1), TypeRef.of(Levels.class)),
                        Arguments.of(serializer, Map.of("level", "MIDDLE"), TypeRef.of(Levels.class)),
                        Arguments.of(serializer, List.of(1), TypeRef.of(Levels.class)),
                        Arguments.of(serializer, Map.of(), TypeRef.of(List.class))));
    }

    @ParameterizedTest
    @MethodSource("somethingElse")
    void bendsNothingIntoShape(JacksonSerializer serializer, Object value, TypeRef<?> type) {
        assertThatThrownBy(() -> roundTrip(serializer, value, type)).isInstanceOf(CarmineSerializationException.class);
    }

    @Test
    void writesQuestionMarksForLoneSurrogatesAsForText() {
        List<String> read = roundTrip(JacksonSerializer.smile(), List.of("a\ud800b"), new TypeRef<List<String>>() {});

        assertThat(read)
                .singleElement()
                .asString()
                .startsWith("a")
                .endsWith("b")
                .doesNotContain("\ud800");
    }

    @Test
    void limitsHowManyPartsAValueHas() {
        byte[] many = new byte[4 + 11_000_000];
        Arrays.fill(many, (byte) 0xc2); // zeros
        System.arraycopy(new byte[] {':', ')', '\n', 0, (byte) 0xf8}, 0, many, 0, 5);
        many[many.length - 1] = (byte) 0xf9;

        assertThatThrownBy(() -> JacksonSerializer.smile().deserialize(many, TypeRef.of(int[].class)))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageContaining("oken count");
    }

    /** Nobody but itself can make one. */
    static final class Closed {
        final String text;

        @SuppressWarnings("UnusedMethod") // That is the point.
        private Closed(String text, int unused) {
            this.text = text;
        }

        public String getText() {
            return text;
        }
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void hidesContentWhenATypeCannotBeMade(JacksonSerializer serializer) {
        for (TypeRef<?> type : List.of(TypeRef.of(Closed.class), TypeRef.of(Runnable.class))) {
            for (Object stored : List.of(List.of("secret"), Map.of("text", "secret"), List.of(Map.of("secret", 1)))) {
                assertThatThrownBy(() -> roundTrip(serializer, stored, type))
                        .isInstanceOf(CarmineSerializationException.class)
                        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret"));
            }
        }
        assertThatThrownBy(() -> roundTrip(serializer, List.of("secret"), TypeRef.of(Closed[].class)))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageContaining("Closed")
                .hasMessageContaining("lack a constructor")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret"));
    }

    /** Can be made of a text, but not of the object as which it is stored. */
    public static final class OfText {
        private final String text;

        public OfText(String content) {
            this.text = content;
        }

        public String getText() {
            return text;
        }
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void saysThatATypeLacksAConstructor(JacksonSerializer serializer) {
        assertThatThrownBy(() -> roundTrip(serializer, new OfText("secret"), TypeRef.of(OfText.class)))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageStartingWith(OfText.class.getTypeName() + " lacks a constructor that Jackson can use for an"
                        + " object: make it a record, or add a constructor without parameters");
        assertThatThrownBy(() -> roundTrip(serializer, new Closed("secret", 1), TypeRef.of(Closed.class)))
                .hasMessageStartingWith(
                        "Jackson has no way to make " + Closed.class.getTypeName() + " of what is there");
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void saysThatAPackageIsNotOpen(JacksonSerializer serializer) throws ClassNotFoundException {
        Class<?> hidden = Class.forName("sun.net.www.MessageHeader");

        assertThatThrownBy(() -> roundTrip(serializer, Map.of(), TypeRef.of(hidden)))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageContaining("open its package to tools.jackson.databind");
    }

    record Picky(int number) {
        Picky {
            if (number == 13) {
                throw new IllegalArgumentException("secret " + number);
            }
        }
    }

    record HoldsPicky(List<Picky> some, Map<String, Picky> named) {}

    @ParameterizedTest
    @MethodSource("serializers")
    void showsWhereButNotWhatIsWrong(JacksonSerializer serializer) {
        assertThatThrownBy(() -> roundTrip(
                        serializer,
                        Map.of("some", List.of(Map.of("number", 1), Map.of("number", "secret"))),
                        TypeRef.of(HoldsPicky.class)))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageContaining("something else than the type has there, at .some[1].number, byte ")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret"));
        assertThatThrownBy(() -> roundTrip(
                        serializer,
                        Map.of("named", Map.of("secret", Map.of("number", 13))),
                        TypeRef.of(HoldsPicky.class)))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageContaining("the type's own code has thrown java.lang.IllegalArgumentException, at .named.?")
                .satisfies(e -> assertThat(stackTrace(e)).contains("Picky").doesNotContain("secret"));
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void saysWhatATypeLacks(JacksonSerializer serializer) {
        assertThatThrownBy(() -> roundTrip(serializer, Map.of("a", 1), TypeRef.of(Runnable.class)))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageContaining("java.lang.Runnable");
    }

    /** Nobody can see what it has. */
    static final class Opaque {
        @SuppressWarnings("unused")
        private final String content = "secret";
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void refusesToStoreNothingOfAnObject(JacksonSerializer serializer) {
        assertThatThrownBy(() -> serializer.serialize(new Opaque()))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessage(Opaque.class.getTypeName()
                        + " has no properties that can be read: make it a record, or add getters");
        assertThatThrownBy(() -> serializer.serialize(List.of(new Object())))
                .isInstanceOf(CarmineSerializationException.class)
                .hasMessageEndingWith("java.lang.Object has no properties that can be read: make it a record, or add"
                        + " getters, at [0]");
    }

    @Test
    void refusesWhatIsNoSmile() {
        for (String text : List.of("", ":)", "secret", "{\"name\":\"Ann\"}")) {
            assertThatThrownBy(() -> JacksonSerializer.smile()
                            .deserialize(text.getBytes(StandardCharsets.UTF_8), TypeRef.of(Bean.class)))
                    .isInstanceOf(CarmineSerializationException.class)
                    .hasMessage(
                            "it is not in Smile format; whoever has stored it has used another serializer, or text");
        }
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void refusesEveryBeginningOfAValue(JacksonSerializer serializer) {
        byte[] whole = serializer.serialize(Customer.example());
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> serializer.deserialize(part, TypeRef.of(Customer.class)))
                    .as("%d bytes of %d", length, whole.length)
                    .isInstanceOf(CarmineSerializationException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void refusesWhatFollowsAValue(JacksonSerializer serializer) {
        byte[] whole = serializer.serialize(List.of(1));
        byte[] more = Arrays.copyOf(whole, whole.length + 1);
        more[whole.length] = '1';

        assertThatThrownBy(() -> serializer.deserialize(more, new TypeRef<List<Integer>>() {}))
                .isInstanceOf(CarmineSerializationException.class);
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void refusesWhatIsNestedTooDeeply(JacksonSerializer serializer) {
        byte[] header = serializer == JacksonSerializer.smile() ? new byte[] {':', ')', '\n', 0} : new byte[0];
        byte[] deep = new byte[header.length + 1_000_000];
        Arrays.fill(deep, serializer == JacksonSerializer.smile() ? (byte) 0xf8 : (byte) '[');
        System.arraycopy(header, 0, deep, 0, header.length);

        for (TypeRef<?> type : List.of(TypeRef.of(Object.class), TypeRef.of(Bean.class), TypeRef.of(List.class))) {
            assertThatThrownBy(() -> serializer.deserialize(deep, type))
                    .isInstanceOf(CarmineSerializationException.class);
        }
    }

    private static <T> T roundTrip(JacksonSerializer serializer, Object value, TypeRef<T> type) {
        return Objects.requireNonNull(serializer.deserialize(serializer.serialize(value), type));
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}

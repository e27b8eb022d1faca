package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Command;
import dev.carmine.client.Frames;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each factory of a group encodes: one row for each of them. The test of {@code Strings} is {@code StringsTest},
 * and so on.
 */
@SuppressWarnings("exports") // tests are patched into the module, which exports nothing of JUnit
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FactoryContract {
    /** Two keys, or fields, with their values, in this order. */
    protected static final Map<String, Object> TWO_VALUES = inOrder("k1", "v1", "k2", 2);

    /** Two members with their scores, in this order. */
    protected static final Map<String, Double> TWO_SCORES = inOrder("m1", 1.0, "m2", -0.5);

    /**
     * A line of Javadoc and a factory in its one line: the name in its annotation, and the constant it begins with. Where
     * it leaves a missing argument to another factory, that comes first.
     */
    private static final Pattern FACTORY = Pattern.compile(
            "/\\*\\*.*\\*/\\R *@Redis\\(\"(.+?)\"\\).* \\{ return (?:\\w+ == null \\? .* : )?([A-Z0-9_]+)\\.");

    private final Class<?> group;

    /**
     * For the test of one group.
     *
     * @param group the class of factories
     */
    protected FactoryContract(Class<?> group) {
        this.group = group;
    }

    /**
     * A command and what it must encode.
     *
     * @param command what a factory has made
     * @param words its words, separated by blanks
     * @param keys its keys, separated by blanks
     */
    protected record Row(Command<?> command, String words, String keys) {
        @Override
        public String toString() {
            return words;
        }
    }

    /** A command without keys, and its words. */
    protected static Row row(Command<?> command, String words) {
        return new Row(command, words, "");
    }

    /** A command, its words and its keys. */
    protected static Row row(Command<?> command, String words, String keys) {
        return new Row(command, words, keys);
    }

    /** One row for each factory of the group. */
    protected abstract Stream<Row> rows();

    @ParameterizedTest
    @MethodSource("rows")
    void encodesItsWordsAndKnowsItsKeys(Row row) {
        assertThat(String.join(" ", Frames.words(row.command))).isEqualTo(row.words);
        assertThat(row.command.keys())
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .isEqualTo(row.keys.isEmpty() ? List.of() : Arrays.asList(row.keys.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void beginsWithTheWordsOfItsName(Row row) {
        assertThat(row.words + " ").startsWith(row.command.name() + " ");
    }

    @Test
    void everyFactoryHasARow() throws IOException {
        assertThat(rows().map(row -> row.command.name()))
                .containsExactlyInAnyOrderElementsOf(
                        factories().map(factory -> factory.group(1)).toList());
    }

    /** The annotation names the constant of the table, so no other name can be encoded than the one in the annotation. */
    @Test
    void everyFactoryIsALineThatBeginsWithTheConstantOfItsAnnotation() throws IOException {
        assertThat(factories()).hasSize((int) Stream.of(group.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .count());
        assertThat(factories())
                .allSatisfy(factory ->
                        assertThat(factory.group(2)).isEqualTo(factory.group(1).replaceAll("[ .-]", "_")));
    }

    @Test
    void everyFactoryLinksToThePageOfItsCommand() throws IOException {
        assertThat(factories()).allSatisfy(factory -> {
            String name = factory.group(1);
            String page = name.toLowerCase(Locale.ROOT).replace(' ', '-');
            assertThat(factory.group()).contains("/commands/" + page + "/\">" + name + "</a>. */");
        });
    }

    private Stream<MatchResult> factories() throws IOException {
        Path source = Path.of("src/main/java", group.getName().replace('.', '/') + ".java");
        return FACTORY.matcher(Files.readString(source, StandardCharsets.UTF_8)).results();
    }

    /** A map of two entries that keeps their order. */
    protected static <V> Map<String, V> inOrder(String key1, V value1, String key2, V value2) {
        Map<String, V> map = new LinkedHashMap<>();
        map.put(key1, value1);
        map.put(key2, value2);
        return map;
    }
}

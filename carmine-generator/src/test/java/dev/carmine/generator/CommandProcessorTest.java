package dev.carmine.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandProcessorTest {
    /** What the generator and the generated code need of the client, in a few lines. */
    private static final List<String> CLIENT = List.of(
            "Command",
            "Reply",
            "TypeRef",
            "Swaps",
            "Redis",
            "ReadOnly",
            "Blocks",
            "Blocking",
            "Stored",
            "CommandSpec",
            "EncodedCommand");

    /** The end of a complete Javadoc. */
    private static final String SINCE = "A, since 1.0.0: <a href=\"https://redis.io/\">A</a>.";

    private static final Compilation FRUITS_AND_APPLES =
            compile(resource("input", "Fruits"), resource("input", "Apples"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SyncFruits",
                "AsyncFruits",
                "PipelineFruits",
                "SyncCommands",
                "AsyncCommands",
                "PipelineCommands",
                "Commands",
                "CommandTable"
            })
    void writesWhatTheGoldenFileShows(String type) {
        assertThat(FRUITS_AND_APPLES.messages()).isEmpty();
        assertThat(FRUITS_AND_APPLES.generated().get(type)).isEqualTo(resource("golden", type));
    }

    @Test
    void writesAFaceOfEachKindForEachGroup() {
        assertThat(FRUITS_AND_APPLES.generated())
                .containsOnlyKeys(
                        "AsyncApples",
                        "AsyncCommands",
                        "AsyncFruits",
                        "CommandTable",
                        "Commands",
                        "PipelineApples",
                        "PipelineCommands",
                        "PipelineFruits",
                        "SyncApples",
                        "SyncCommands",
                        "SyncFruits");
    }

    @Test
    void writesTheSameWhateverTheOrderOfTheSources() {
        Compilation otherWay = compile(resource("input", "Apples"), resource("input", "Fruits"));

        assertThat(otherWay.generated()).isEqualTo(FRUITS_AND_APPLES.generated());
    }

    @Test
    void givesATypeOfValuesOnlyToThoseThatHaveSome() {
        assertThat(FRUITS_AND_APPLES.generated().get("SyncApples"))
                .contains("public interface SyncApples {")
                .doesNotContain("valueType");
    }

    @Test
    void writesNothingWhereThereAreNoFactories() {
        Compilation compilation = compile();

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.generated()).isEmpty();
    }

    @Test
    void refusesFactoryThatIsNotStatic() {
        assertRefused("/** A. */ @Redis(\"A\") public Command<Long> a() { return null; }", "must be public and static");
    }

    @Test
    void refusesFactoryThatIsNotPublic() {
        assertRefused("/** A. */ @Redis(\"A\") static Command<Long> a() { return null; }", "must be public and static");
    }

    @Test
    void refusesFactoryThatReturnsSomethingElse() {
        assertRefused("/** A. */ @Redis(\"A\") public static String a() { return null; }", "must return Command<...>");
    }

    @Test
    void refusesFactoryThatReturnsARawCommand() {
        assertRefused(
                "/** A. */ @SuppressWarnings(\"rawtypes\") @Redis(\"A\") public static Command a() { return null; }",
                "must return Command<...>");
    }

    @Test
    void refusesFactoryWithoutJavadoc() {
        assertRefused("@Redis(\"A\") public static Command<Long> a() { return null; }", "needs Javadoc");
    }

    @Test
    void refusesPublicStaticMethodThatIsNoFactory() {
        assertRefused(
                "/** " + SINCE + " */ @Redis(\"A\") public static Command<Long> a() { return null; }\n"
                        + "/** B. */ public static Command<Long> b() { return null; }",
                "needs @Redis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "get", "GET ", "A B C", "1A", "A  B"})
    void refusesNameThatIsNotInTheFormOfTheTable(String name) {
        assertRefused(
                "/** A. */ @Redis(\"" + name + "\") public static Command<Long> a() { return null; }",
                "needs the command's name in capitals, one word or two, not \"" + name + "\"");
    }

    @Test
    void refusesFactoriesThatDisagreeAboutTheirCommand() {
        assertRefused(
                "/** " + SINCE + " */ @Redis(\"A\") public static Command<Long> a() { return null; }\n"
                        + "/** " + SINCE
                        + " */ @Redis(\"A\") @ReadOnly public static Command<Long> a(String key) { return null; }",
                "Another factory of A has other flags");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A.",
                "A, since 7.0.0.",
                "A, since 7.0: <a href=\"https://redis.io/\">A</a>.",
                "A, since Redis: <a href=\"https://redis.io/\">A</a>.",
                "A, since Valkey 8.0.0 and 8.2.0: <a href=\"https://redis.io/\">A</a>.",
            })
    void refusesJavadocThatDoesNotSaySinceWhen(String javadoc) {
        assertRefused(
                "/** " + javadoc + " */ @Redis(\"A\") public static Command<Long> a() { return null; }",
                "must say since when servers have it, right before the link to its page: \"since 7.0.0: <a href=...\"");
    }

    @Test
    void refusesTheSameSignatureInTwoGroups() {
        String other = resource("input", "Apples").replace("Apples", "Pears");
        Compilation compilation = compile(resource("input", "Apples"), other);

        assertThat(compilation.messages())
                .anyMatch(message -> message.contains("The factory peel(java.lang.String) exists already in "));
    }

    @Test
    void refusesTheSameSignatureAfterErasure() {
        String other = resource("input", "Apples")
                .replace("Apples", "Pears")
                .replace("peel(String key)", "all(java.util.List<Long> some)");
        String one = resource("input", "Apples").replace("peel(String key)", "all(java.util.List<String> some)");

        assertThat(compile(one, other).messages())
                .anyMatch(message -> message.contains("The factory all(java.util.List) exists already in "));
    }

    @Test
    void refusesNestedClass() {
        String source = source("public static final class Inner {\n"
                + "/** A. */ @Redis(\"A\") public static Command<Long> a() { return null; } }");

        assertThat(compile(source).messages())
                .anyMatch(message -> message.contains("The class of a command factory must be public and not nested"));
    }

    @Test
    void combinesGroupsOfPackagesBelow() {
        String below =
                source("""
                    private Bad() {}

                    /** Does it, since 1.0.0: <a href="https://redis.io/">DO</a>. */
                    @Redis("DO") public static Command<Long> does() { return null; }
                """).replace("package dev.carmine.client.command;", "package dev.carmine.client.command.below;");
        Compilation compilation = compile(resource("input", "Apples"), resource("input", "Fruits"), below);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.generated().get("SyncBad")).startsWith("package dev.carmine.client.command.below;");
        assertThat(compilation.generated().get("SyncCommands"))
                .startsWith("package dev.carmine.client.command;")
                .contains("import dev.carmine.client.command.below.SyncBad;", "SyncBad {");
    }

    private static void assertRefused(String members, String message) {
        Compilation compilation = compile(source(members));

        assertThat(compilation.succeeded()).isFalse();
        assertThat(compilation.generated()).isEmpty();
        assertThat(compilation.messages()).anyMatch(said -> said.contains(message));
    }

    private static String source(String members) {
        return """
                package dev.carmine.client.command;

                import dev.carmine.client.Command;
                import dev.carmine.client.internal.command.ReadOnly;
                import dev.carmine.client.internal.command.Redis;

                public final class Bad {
                """ + members + "\n}\n";
    }

    private static Compilation compile(String... sources) {
        List<String> all = new ArrayList<>();
        CLIENT.forEach(type -> all.add(resource("input", type)));
        Collections.addAll(all, sources);
        return Compilation.of(all);
    }

    private static String resource(String folder, String type) {
        String name = "/" + folder + "/" + type + ".txt";
        try (InputStream in = CommandProcessorTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

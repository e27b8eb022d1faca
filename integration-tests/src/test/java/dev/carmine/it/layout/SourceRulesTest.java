package dev.carmine.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules about the hand-written sources of all modules. Generated code lives below {@code target} and is passed by. */
class SourceRulesTest {
    private static final int ASK_WHY_LINES = 400;
    private static final int TOO_LONG_LINES = 800;

    private static final Pattern NULL_MARKED = Pattern.compile("@NullMarked\\b");

    @Test
    void noFileIsTooLongToRead() {
        List<JavaSource> sources = javaSources();
        sources.stream()
                .filter(source -> source.lineCount() > ASK_WHY_LINES)
                .forEach(source -> System.out.println("[NOTICE] " + source.path() + " has " + source.lineCount()
                        + " lines; above " + ASK_WHY_LINES + " ask what it does twice"));
        assertThat(sources)
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.lineCount())
                        .as("lines of %s", source.path())
                        .isLessThanOrEqualTo(TOO_LONG_LINES));
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        Set<String> described = javaSources().stream()
                .filter(source -> source.path().endsWith("package-info.java"))
                .filter(source -> source.text().startsWith("/**"))
                .filter(source -> NULL_MARKED.matcher(source.code()).find())
                .map(SourceRulesTest::modulePackage)
                .collect(Collectors.toSet());
        Set<String> packages = javaSources().stream()
                .filter(JavaSource::declaresTypes)
                .map(SourceRulesTest::modulePackage)
                .collect(Collectors.toSet());
        assertThat(packages)
                .as("packages; each needs a package-info.java that begins with a description and is @NullMarked")
                .isNotEmpty()
                .isSubsetOf(described);
    }

    @Test
    void noPublishedCodeIsSynchronized() {
        assertKept(
                CodeRule.NO_SYNCHRONIZED,
                SourceTree.javaSources(SourceTree.publishedModules()).stream()
                        .filter(JavaSource::isMain)
                        .toList());
    }

    @Test
    void noTestSleeps() {
        assertKept(CodeRule.NO_SLEEP, testSources());
    }

    @Test
    void theQueueAsksNoClientWhatTimeItIs() {
        // A delivery tells its handler when the lease ends by the handler's clock, and a test queue begins at any time.
        Set<String> mayAsk = Set.of("Delivery.java", "TestQueue.java");
        assertKept(
                CodeRule.NO_WALL_CLOCK,
                javaSources().stream()
                        .filter(source -> source.module().equals("carmine-mq") && source.isMain())
                        .filter(source ->
                                !mayAsk.contains(source.path().getFileName().toString()))
                        .toList());
    }

    @Test
    void noTestIsDisabled() {
        assertKept(CodeRule.NO_DISABLED_TEST, testSources());
    }

    @Test
    void typesAreNamedForWhatTheyAre() {
        assertKept(CodeRule.NO_VAGUE_TYPE_NAME, javaSources());
    }

    private static void assertKept(CodeRule rule, List<JavaSource> sources) {
        assertThat(sources).as("sources the rule is about").isNotEmpty();
        assertThat(sources.stream().flatMap(source -> source.linesMatching(rule.pattern()).stream()))
                .as(rule.reason())
                .isEmpty();
    }

    private static List<JavaSource> javaSources() {
        return SourceTree.javaSources(SourceTree.modules());
    }

    /** All tests, and the harness, which is the main code of its module. */
    private static List<JavaSource> testSources() {
        return javaSources().stream()
                .filter(source -> !source.isMain() || source.module().equals("integration-tests"))
                .toList();
    }

    /** Main and test code of a module share a package and its description. */
    private static String modulePackage(JavaSource source) {
        return source.module() + "/" + source.packageName();
    }
}

package dev.carmine.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
        List<JavaSource> sources = javaSources("src");
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
        Set<String> described = javaSources("src").stream()
                .filter(source -> source.path().endsWith("package-info.java"))
                .filter(source -> source.text().startsWith("/**"))
                .filter(source -> NULL_MARKED.matcher(source.code()).find())
                .map(SourceRulesTest::modulePackage)
                .collect(Collectors.toSet());
        Set<String> packages = javaSources("src").stream()
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
        assertKept(CodeRule.NO_SYNCHRONIZED, SourceTree.javaSources(SourceTree.publishedModules(), "src/main"));
    }

    @Test
    void noTestSleeps() {
        List<JavaSource> sources = new ArrayList<>(javaSources("src/test"));
        sources.addAll(SourceTree.javaSources(List.of("integration-tests"), "src/main"));
        assertKept(CodeRule.NO_SLEEP, sources);
    }

    @Test
    void noTestIsDisabled() {
        assertKept(CodeRule.NO_DISABLED_TEST, javaSources("src/test"));
    }

    @Test
    void typesAreNamedForWhatTheyAre() {
        assertKept(CodeRule.NO_VAGUE_TYPE_NAME, javaSources("src"));
    }

    private static void assertKept(CodeRule rule, List<JavaSource> sources) {
        assertThat(sources).as("sources the rule is about").isNotEmpty();
        assertThat(sources.stream().flatMap(source -> source.linesMatching(rule.pattern()).stream()))
                .as(rule.reason())
                .isEmpty();
    }

    private static List<JavaSource> javaSources(String folder) {
        return SourceTree.javaSources(SourceTree.modules(), folder);
    }

    /** Main and test code of a module share a package and its description. */
    private static String modulePackage(JavaSource source) {
        return source.module() + "/" + source.packageName();
    }
}

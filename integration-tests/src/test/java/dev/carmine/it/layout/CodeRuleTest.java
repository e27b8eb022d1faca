package dev.carmine.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRuleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NO_SYNCHRONIZED    | synchronized void f() {}
            NO_SYNCHRONIZED    | synchronized (lock) { read(); }
            NO_SLEEP           | Thread.sleep(10);
            NO_SLEEP           | import static java.lang.Thread.sleep;
            NO_SLEEP           | TimeUnit.MILLISECONDS.sleep(10);
            NO_SLEEP           | SECONDS.sleep(1);
            NO_WALL_CLOCK      | Instant now = Instant.now();
            NO_WALL_CLOCK      | long now = System.currentTimeMillis();
            NO_WALL_CLOCK      | this.clock = Clock.systemUTC();
            NO_DISABLED_TEST   | @Disabled
            NO_DISABLED_TEST   | @Disabled("later") @Test void f() {}
            NO_VAGUE_TYPE_NAME | public final class WireManager {
            NO_VAGUE_TYPE_NAME | record ReplyHelper(int a) {}
            NO_VAGUE_TYPE_NAME | class StringUtil {
            NO_VAGUE_TYPE_NAME | enum Utils {
            NO_VAGUE_TYPE_NAME | interface IWire {
            """)
    void eachRuleFindsWhatItForbids(CodeRule rule, String offence) {
        assertThat(source("class A {\n" + offence + "\n}").linesMatching(rule.pattern()))
                .containsExactly("A.java:2: " + offence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// Thread.sleep(10) would guess",
                "/** Not synchronized, @Disabled never. */",
                "String s = \"class WireManager \\\" Thread.sleep(1)\";",
                "interface Image {",
                "class IOFailure {",
                "class Utilization {",
                "@DisabledOnOs(OS.WINDOWS)",
            })
    void noRuleMindsCommentsLiteralsAndHarmlessNames(String line) {
        for (CodeRule rule : CodeRule.values()) {
            assertThat(source(line).linesMatching(rule.pattern())).isEmpty();
        }
    }

    @Test
    void codeKeepsItsLineNumbersWhenCommentsAndTextBlocksGo() {
        JavaSource source =
                source("/*\n * one\n */\nString s = \"\"\"\n  a \"quoted\" word\n  \"\"\";\nint x = 'c' + 1;\n");
        assertThat(source.code().lines().map(String::strip))
                .isEqualTo(List.of("", "", "", "String s =", "", ";", "int x =   + 1;"));
    }

    private static JavaSource source(String text) {
        return new JavaSource(Path.of("A.java"), text);
    }
}

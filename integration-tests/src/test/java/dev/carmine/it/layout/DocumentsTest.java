package dev.carmine.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say is compiled, and what they point at is there. */
class DocumentsTest {
    @ParameterizedTest
    @MethodSource("documents")
    void everySnippetStandsInAnExample(MarkdownDocument document) {
        List<String> examples = SourceTree.javaSources(List.of("examples")).stream()
                .map(source -> withoutBlanks(source.text()))
                .toList();
        assertThat(document.compiledSnippets())
                .as(
                        "snippets of %s; each stands word for word below examples/src, or follows a line"
                                + " <!-- not compiled: reason -->",
                        document)
                .allMatch(snippet -> examples.stream().anyMatch(example -> example.contains(withoutBlanks(snippet))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyRelativeLinkLeadsSomewhere(MarkdownDocument document) {
        assertThat(document.brokenLinks()).as("broken links of %s", document).isEmpty();
    }

    @Test
    void findsSnippetsButForThoseThatSayWhyTheyAreNotCompiled() {
        MarkdownDocument document = document("""
                ```java
                one();
                ```
                <!-- not compiled: it shows an error -->
                ```java
                two();
                ```
                ```sh
                three
                ```
                Text.

                ```java
                four();
                five();
                ```
                """);
        assertThat(document.compiledSnippets()).containsExactly("one();\n", "four();\nfive();\n");
    }

    @Test
    void findsLinksThatLeadNowhere() {
        MarkdownDocument document = document("""
                # One heading, it's here
                [good](README.md) [good](#one-heading-its-here) [good](https://redis.io/nowhere)
                [bad](MISSING.md) [bad](README.md#no-such-heading) ![bad](missing.png)
                [label]: also-missing.md
                ```
                [code](not-a-link.md)
                ```
                """);
        assertThat(document.brokenLinks())
                .containsExactly("MISSING.md", "README.md#no-such-heading", "missing.png", "also-missing.md");
    }

    static List<MarkdownDocument> documents() {
        return SourceTree.documents().stream()
                .map(path -> new MarkdownDocument(path, SourceTree.read(path)))
                .toList();
    }

    private static MarkdownDocument document(String text) {
        return new MarkdownDocument(Path.of("README.md"), text);
    }

    /** The formatter breaks lines of an example where a document does not; blanks do not count. */
    private static String withoutBlanks(String code) {
        return code.replaceAll("\\s+", "");
    }
}

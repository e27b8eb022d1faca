package dev.carmine.it.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A Markdown file of the project.
 *
 * @param path where it is, relative to the root of the source tree
 * @param text all of it
 */
record MarkdownDocument(Path path, String text) {
    private static final Pattern JAVA_BLOCK =
            Pattern.compile("(?:<!-- not compiled: ([^\n]+?) -->\\s*)?^```java\n((?s:.*?))^```$", Pattern.MULTILINE);

    private static final Pattern BLOCK = Pattern.compile("^```(?s:.*?)^```$", Pattern.MULTILINE);

    private static final Pattern LINK =
            Pattern.compile("\\]\\(([^)\\s]+)\\)|^\\[[^\\]]+\\]: (\\S+)", Pattern.MULTILINE);

    private static final Pattern ABSOLUTE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

    /** The blocks of Java that must stand in an example: all but those that say why they do not. */
    List<String> compiledSnippets() {
        return JAVA_BLOCK
                .matcher(text)
                .results()
                .filter(block -> block.group(1) == null)
                .map(block -> block.group(2))
                .toList();
    }

    /** The relative links that lead nowhere, to a missing file or a missing heading. */
    List<String> brokenLinks() {
        return LINK.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(MarkdownDocument::target)
                .filter(target -> !ABSOLUTE.matcher(target).matches())
                .filter(target -> !resolves(target))
                .toList();
    }

    private static String target(MatchResult link) {
        String inline = link.group(1);
        return inline == null ? link.group(2) : inline;
    }

    private boolean resolves(String target) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path resolved = path.resolveSibling(file).normalize();
        if (!file.isEmpty() && !Files.exists(SourceTree.ROOT.resolve(resolved))) {
            return false;
        }
        return hash < 0
                || headings(file.isEmpty() ? text : SourceTree.read(resolved)).contains(target.substring(hash + 1));
    }

    /** The headings as links name them: in lower case, blanks as hyphens, without punctuation. */
    private static List<String> headings(String text) {
        return BLOCK.matcher(text)
                .replaceAll("")
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

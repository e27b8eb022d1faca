package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * What {@code FT.CREATE} indexes, and how: {@code IndexArgs.onJson().prefixes("user:")}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/ft.create/">FT.CREATE</a>
 */
public final class IndexArgs {
    private final Words words;

    private IndexArgs(Words words) {
        this.words = words;
    }

    /**
     * Indexes hashes.
     *
     * @return arguments without a filter
     */
    public static IndexArgs onHash() {
        return new IndexArgs(Words.of("ON", "HASH"));
    }

    /**
     * Indexes JSON documents.
     *
     * @return arguments without a filter
     */
    public static IndexArgs onJson() {
        return new IndexArgs(Words.of("ON", "JSON"));
    }

    /**
     * Indexes the keys that begin in one of some ways ({@code PREFIX}).
     *
     * @param prefixes at least one beginning
     * @return arguments with that too
     * @throws IllegalArgumentException if there is none
     */
    public IndexArgs prefixes(String... prefixes) {
        if (prefixes.length == 0) {
            throw new IllegalArgumentException("PREFIX needs at least one prefix: leave it out to index all keys");
        }
        return new IndexArgs(words.and("PREFIX", prefixes.length).and((Object[]) prefixes));
    }

    /**
     * Indexes the documents for which an expression is true ({@code FILTER}).
     *
     * @param expression such as {@code @age>16}
     * @return arguments with that too
     */
    public IndexArgs filter(String expression) {
        return new IndexArgs(words.and("FILTER", expression));
    }

    /**
     * Says in which language the documents are ({@code LANGUAGE}); the default is English.
     *
     * @param language its name, such as {@code german}
     * @return arguments with that too
     */
    public IndexArgs language(String language) {
        return new IndexArgs(words.and("LANGUAGE", language));
    }

    /**
     * Names the field that says in which language a document is ({@code LANGUAGE_FIELD}).
     *
     * @param field the field
     * @return arguments with that too
     */
    public IndexArgs languageField(String field) {
        return new IndexArgs(words.and("LANGUAGE_FIELD", field));
    }

    /**
     * Says how much a document counts ({@code SCORE}); the default is 1.
     *
     * @param score from 0 to 1
     * @return arguments with that too
     */
    public IndexArgs score(double score) {
        return new IndexArgs(words.and("SCORE", score));
    }

    /**
     * Names the field that says how much a document counts ({@code SCORE_FIELD}).
     *
     * @param field the field
     * @return arguments with that too
     */
    public IndexArgs scoreField(String field) {
        return new IndexArgs(words.and("SCORE_FIELD", field));
    }

    /**
     * Says which words are not indexed ({@code STOPWORDS}), instead of the common words of English.
     *
     * @param stopwords any number of words; none to index all
     * @return arguments with that too
     */
    public IndexArgs stopwords(String... stopwords) {
        return new IndexArgs(words.and("STOPWORDS", stopwords.length).and((Object[]) stopwords));
    }

    /**
     * Does not index what was there before the index ({@code SKIPINITIALSCAN}).
     *
     * @return arguments with that too
     */
    public IndexArgs skipInitialScan() {
        return new IndexArgs(words.and("SKIPINITIALSCAN"));
    }

    List<Object> words() {
        return words.toList();
    }
}

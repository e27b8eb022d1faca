package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;
import java.time.Duration;
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

    /**
     * Lets the index know which documents lack a field of it ({@code INDEXALL ENABLE}), so that queries for all of them
     * are fast. Since Search 2.10.
     *
     * @return arguments with that too
     */
    public IndexArgs indexAll() {
        return new IndexArgs(words.and("INDEXALL", "ENABLE"));
    }

    /**
     * Leaves room for more than 32 fields of text, which may be added later ({@code MAXTEXTFIELDS}).
     *
     * @return arguments with that too
     */
    public IndexArgs maxTextFields() {
        return new IndexArgs(words.and("MAXTEXTFIELDS"));
    }

    /**
     * Deletes the index when it was not used for some time ({@code TEMPORARY}).
     *
     * @param idle how long, in whole seconds, positive
     * @return arguments with that too
     * @throws IllegalArgumentException if it is not positive, or has a fraction of a second
     */
    public IndexArgs temporary(Duration idle) {
        if (idle.isZero() || idle.isNegative() || idle.getNano() != 0) {
            throw new IllegalArgumentException("TEMPORARY counts whole seconds, at least one, but is given " + idle);
        }
        return new IndexArgs(words.and("TEMPORARY", idle.getSeconds()));
    }

    /**
     * Does not note where in the text words stand ({@code NOOFFSETS}): less memory, no phrases and no highlights.
     *
     * @return arguments with that too
     */
    public IndexArgs noOffsets() {
        return new IndexArgs(words.and("NOOFFSETS"));
    }

    /**
     * Does not note the bytes at which words begin ({@code NOHL}): less memory, no highlights.
     *
     * @return arguments with that too
     */
    public IndexArgs noHighlights() {
        return new IndexArgs(words.and("NOHL"));
    }

    /**
     * Does not note in which fields words stand ({@code NOFIELDS}): less memory, no search in certain fields.
     *
     * @return arguments with that too
     */
    public IndexArgs noFields() {
        return new IndexArgs(words.and("NOFIELDS"));
    }

    /**
     * Does not note how often words come ({@code NOFREQS}): less memory, no scores by frequency.
     *
     * @return arguments with that too
     */
    public IndexArgs noFrequencies() {
        return new IndexArgs(words.and("NOFREQS"));
    }

    /** What stands between the name of the index and {@code SCHEMA}. */
    List<Object> words() {
        return words.toList();
    }
}

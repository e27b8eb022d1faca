package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;

/** Text in which words are searched for. Immutable. */
public final class TextField extends SortableField<TextField> {
    private TextField(String name, Words alias, Words own, Words common) {
        super(name, alias, own, common);
    }

    /**
     * A field of this type.
     *
     * @param name the hash's field, or the path in the JSON document
     * @return the field without options
     */
    public static TextField of(String name) {
        return new TextField(name, Words.none(), Words.none(), Words.none());
    }

    /**
     * Says how much the field counts in scores ({@code WEIGHT}); the default is 1.
     *
     * @param weight the factor
     * @return a field like that
     */
    public TextField weight(double weight) {
        return with("WEIGHT", weight);
    }

    /**
     * Indexes words as they stand, not their stems ({@code NOSTEM}).
     *
     * @return a field like that
     */
    public TextField noStem() {
        return with("NOSTEM");
    }

    /**
     * Finds words that sound alike ({@code PHONETIC}).
     *
     * @param matcher the matcher and the language, such as {@code dm:en}
     * @return a field like that
     */
    public TextField phonetic(String matcher) {
        return with("PHONETIC", matcher);
    }

    /**
     * Indexes empty text, so that a query for {@code ""} finds it ({@code INDEXEMPTY}). Since Search 2.10.
     *
     * @return a field like that
     */
    public TextField indexEmpty() {
        return with("INDEXEMPTY");
    }

    /**
     * Makes searches for suffixes and infixes fast ({@code WITHSUFFIXTRIE}).
     *
     * @return a field like that
     */
    public TextField withSuffixTrie() {
        return with("WITHSUFFIXTRIE");
    }

    @Override
    TextField made(Words alias, Words own, Words common) {
        return new TextField(name(), alias, own, common);
    }

    @Override
    String typeWord() {
        return "TEXT";
    }
}

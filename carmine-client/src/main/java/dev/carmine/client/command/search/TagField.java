package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;

/** Tags, each of which is found as a whole. Immutable. */
public final class TagField extends SortableField<TagField> {
    private TagField(String name, Words alias, Words own, Words common) {
        super(name, alias, own, common);
    }

    /**
     * A field of this type.
     *
     * @param name the hash's field, or the path in the JSON document
     * @return the field without options
     */
    public static TagField of(String name) {
        return new TagField(name, Words.none(), Words.none(), Words.none());
    }

    /**
     * Says what stands between tags in a hash ({@code SEPARATOR}); the default is a comma.
     *
     * @param separator the character
     * @return a field like that
     */
    public TagField separator(char separator) {
        return with("SEPARATOR", String.valueOf(separator));
    }

    /**
     * Tells capitals from small letters ({@code CASESENSITIVE}).
     *
     * @return a field like that
     */
    public TagField caseSensitive() {
        return with("CASESENSITIVE");
    }

    /**
     * Indexes empty text, so that a query for {@code ""} finds it ({@code INDEXEMPTY}). Since Search 2.10.
     *
     * @return a field like that
     */
    public TagField indexEmpty() {
        return with("INDEXEMPTY");
    }

    /**
     * Makes searches for suffixes and infixes fast ({@code WITHSUFFIXTRIE}).
     *
     * @return a field like that
     */
    public TagField withSuffixTrie() {
        return with("WITHSUFFIXTRIE");
    }

    @Override
    TagField made(Words alias, Words own, Words common) {
        return new TagField(name(), alias, own, common);
    }

    @Override
    String typeWord() {
        return "TAG";
    }
}

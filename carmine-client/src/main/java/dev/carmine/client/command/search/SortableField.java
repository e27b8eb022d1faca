package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;

/**
 * A field by which results can be sorted. Immutable.
 *
 * @param <F> the kind of field
 */
public abstract sealed class SortableField<F extends SortableField<F>> extends SearchField<F>
        permits TextField, TagField, NumericField, GeoField {
    private final Words own;
    private final Words common;

    SortableField(String name, Words alias, Words own, Words common) {
        super(name, alias);
        this.own = own;
        this.common = common;
    }

    abstract F made(Words alias, Words own, Words common);

    /** The word of the type. */
    abstract String typeWord();

    /**
     * Lets results be sorted by the field without loading the documents ({@code SORTABLE}).
     *
     * @return a field like that
     */
    public F sortable() {
        return made(alias(), own, common.and("SORTABLE"));
    }

    /**
     * As {@link #sortable}, and sorts text as it was stored, with its capitals and accents ({@code UNF}).
     *
     * @return a field like that
     */
    public F sortableAsStored() {
        return made(alias(), own, common.and("SORTABLE", "UNF"));
    }

    @Override
    public F indexMissing() {
        return with("INDEXMISSING");
    }

    /**
     * Does not index the field, which is then for sorting and aggregating alone ({@code NOINDEX}).
     *
     * @return a field like that
     */
    public F noIndex() {
        return made(alias(), own, common.and("NOINDEX"));
    }

    /** This with one more word of its type. */
    F with(Object... words) {
        return made(alias(), own.and(words), common);
    }

    @Override
    F renamed(Words alias) {
        return made(alias, own, common);
    }

    /** The words of the type go first: the server reads them before those of all types. */
    @Override
    Words type() {
        return Words.of(typeWord()).and(own).and(common);
    }
}

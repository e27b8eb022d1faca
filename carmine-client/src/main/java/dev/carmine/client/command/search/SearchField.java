package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * A field of an index: {@code TextField.of("$.title").as("title").weight(5)}. Immutable.
 *
 * @param <F> the kind of field
 * @see <a href="https://redis.io/docs/latest/commands/ft.create/">FT.CREATE</a>
 */
public abstract sealed class SearchField<F extends SearchField<F>> permits SortableField, GeoshapeField, VectorField {
    private final String name;
    private final Words alias;

    SearchField(String name, Words alias) {
        this.name = name;
        this.alias = alias;
    }

    /**
     * Gives the field a name for queries ({@code AS}), which a JSON path needs.
     *
     * @param alias the name
     * @return a field with that name
     */
    public F as(String alias) {
        return renamed(Words.of("AS", alias));
    }

    /**
     * Notes which documents lack the field ({@code INDEXMISSING}), so that {@code ismissing(@name)} finds them. Since
     * Search 2.10.
     *
     * @return a field like that
     */
    public abstract F indexMissing();

    /** The same with another alias. */
    abstract F renamed(Words alias);

    /** The type and what is said about it. */
    abstract Words type();

    String name() {
        return name;
    }

    Words alias() {
        return alias;
    }

    /** All of its words. */
    List<Object> words() {
        return Words.of(name).and(alias).and(type()).toList();
    }
}

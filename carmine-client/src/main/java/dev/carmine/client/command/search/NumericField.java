package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;

/** Numbers, of which ranges are found. Immutable. */
public final class NumericField extends SortableField<NumericField> {
    private NumericField(String name, Words alias, Words own, Words common) {
        super(name, alias, own, common);
    }

    /**
     * A field of this type.
     *
     * @param name the hash's field, or the path in the JSON document
     * @return the field without options
     */
    public static NumericField of(String name) {
        return new NumericField(name, Words.none(), Words.none(), Words.none());
    }

    @Override
    NumericField made(Words alias, Words own, Words common) {
        return new NumericField(name(), alias, own, common);
    }

    @Override
    String typeWord() {
        return "NUMERIC";
    }
}

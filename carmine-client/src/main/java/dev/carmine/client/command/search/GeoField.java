package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;

/** Places by longitude and latitude. Immutable. */
public final class GeoField extends SortableField<GeoField> {
    private GeoField(String name, Words alias, Words own, Words common) {
        super(name, alias, own, common);
    }

    /**
     * A field of this type.
     *
     * @param name the hash's field, or the path in the JSON document
     * @return the field without options
     */
    public static GeoField of(String name) {
        return new GeoField(name, Words.none(), Words.none(), Words.none());
    }

    @Override
    GeoField made(Words alias, Words own, Words common) {
        return new GeoField(name(), alias, own, common);
    }

    @Override
    String typeWord() {
        return "GEO";
    }
}

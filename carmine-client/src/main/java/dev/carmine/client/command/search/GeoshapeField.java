package dev.carmine.client.command.search;

import dev.carmine.client.internal.command.Words;

/** Shapes and points in well-known text. Immutable. */
public final class GeoshapeField extends SearchField<GeoshapeField> {
    private final Words options;

    private GeoshapeField(String name, Words alias, Words options) {
        super(name, alias);
        this.options = options;
    }

    /**
     * Shapes on a plane ({@code FLAT}).
     *
     * @param name the hash's field, or the path in the JSON document
     * @return the field
     */
    public static GeoshapeField flat(String name) {
        return new GeoshapeField(name, Words.none(), Words.of("FLAT"));
    }

    /**
     * Shapes on the globe by longitude and latitude ({@code SPHERICAL}).
     *
     * @param name the hash's field, or the path in the JSON document
     * @return the field
     */
    public static GeoshapeField spherical(String name) {
        return new GeoshapeField(name, Words.none(), Words.of("SPHERICAL"));
    }

    @Override
    public GeoshapeField indexMissing() {
        return new GeoshapeField(name(), alias(), options.and("INDEXMISSING"));
    }

    @Override
    GeoshapeField renamed(Words alias) {
        return new GeoshapeField(name(), alias, options);
    }

    @Override
    Words type() {
        return Words.of("GEOSHAPE").and(options);
    }
}

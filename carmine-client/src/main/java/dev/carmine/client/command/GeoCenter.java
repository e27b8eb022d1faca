package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;

/** Where a search begins: at a member, or at any position. Immutable. */
public final class GeoCenter {
    private final Words words;

    private GeoCenter(Words words) {
        this.words = words;
    }

    /**
     * The position of a member of the same key ({@code FROMMEMBER}); the server refuses the search if it is missing.
     *
     * @param member the member
     * @return this centre
     */
    public static GeoCenter member(Object member) {
        return new GeoCenter(Words.of("FROMMEMBER", member));
    }

    /**
     * Any position ({@code FROMLONLAT}).
     *
     * @param longitude degrees, positive in the east
     * @param latitude degrees, positive in the north
     * @return this centre
     */
    public static GeoCenter position(double longitude, double latitude) {
        return new GeoCenter(Words.of("FROMLONLAT", longitude, latitude));
    }

    /** The words of the command. */
    Words words() {
        return words;
    }
}

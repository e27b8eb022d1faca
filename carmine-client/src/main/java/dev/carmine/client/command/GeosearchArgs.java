package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * Where {@code GEOSEARCH} looks, how many members it gives, and in which order: {@code
 * GeosearchArgs.byRadius(GeoCenter.position(13.4, 52.5), 5, GeoUnit.KILOMETERS).ascending().count(10)}. Immutable.
 *
 * @see <a href="https://redis.io/docs/latest/commands/geosearch/">GEOSEARCH</a>
 */
public final class GeosearchArgs {
    private final Words area;
    private final Words order;
    private final Words count;

    private GeosearchArgs(Words area, Words order, Words count) {
        this.area = area;
        this.order = order;
        this.count = count;
    }

    /**
     * Looks in a circle ({@code BYRADIUS}).
     *
     * @param center the centre of the circle
     * @param radius its radius, not negative
     * @param unit the unit of the radius, and of the distances in the result
     * @return arguments without an order or a limit
     * @throws IllegalArgumentException if the radius is negative
     */
    public static GeosearchArgs byRadius(GeoCenter center, double radius, GeoUnit unit) {
        return in(center.words().and("BYRADIUS", length("radius", radius), unit.word()));
    }

    /**
     * Looks in a rectangle whose sides run along the meridians and the parallels ({@code BYBOX}).
     *
     * @param center the centre of the rectangle
     * @param width its extent from west to east, not negative
     * @param height its extent from south to north, not negative
     * @param unit the unit of both, and of the distances in the result
     * @return arguments without an order or a limit
     * @throws IllegalArgumentException if the width or the height is negative
     */
    public static GeosearchArgs byBox(GeoCenter center, double width, double height, GeoUnit unit) {
        return in(center.words().and("BYBOX", length("width", width), length("height", height), unit.word()));
    }

    /**
     * Gives the nearest first ({@code ASC}).
     *
     * @return arguments with that order
     */
    public GeosearchArgs ascending() {
        return new GeosearchArgs(area, Words.of("ASC"), count);
    }

    /**
     * Gives the farthest first ({@code DESC}).
     *
     * @return arguments with that order
     */
    public GeosearchArgs descending() {
        return new GeosearchArgs(area, Words.of("DESC"), count);
    }

    /**
     * Gives so many at most ({@code COUNT}): the nearest ones, or the farthest in {@link #descending() descending} order.
     *
     * @param most how many, positive
     * @return arguments with that limit
     * @throws IllegalArgumentException if the number is not positive
     */
    public GeosearchArgs count(long most) {
        return new GeosearchArgs(area, order, Words.of("COUNT", positive(most)));
    }

    /**
     * Stops as soon as so many are found ({@code COUNT ANY}): faster, but they need not be the nearest ones.
     *
     * @param most how many, positive
     * @return arguments with that limit
     * @throws IllegalArgumentException if the number is not positive
     */
    public GeosearchArgs countAny(long most) {
        return new GeosearchArgs(area, order, Words.of("COUNT", positive(most), "ANY"));
    }

    private static GeosearchArgs in(Words area) {
        return new GeosearchArgs(area, Words.none(), Words.none());
    }

    private static double length(String name, double length) {
        if (!(length >= 0)) {
            throw new IllegalArgumentException("The " + name + " must not be negative, but is " + length);
        }
        return length;
    }

    private static long positive(long count) {
        if (count < 1) {
            throw new IllegalArgumentException("The count must be positive, but is " + count);
        }
        return count;
    }

    /** What follows the key. */
    List<Object> words() {
        return area.and(order).and(count).toList();
    }
}

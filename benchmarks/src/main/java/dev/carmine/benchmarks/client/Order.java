package dev.carmine.benchmarks.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An object as programs store them.
 *
 * @param id its number
 * @param customer who has ordered
 * @param created when
 * @param items what
 */
public record Order(long id, String customer, Instant created, List<Item> items) {

    /**
     * One thing of several.
     *
     * @param article its number
     * @param name what it is called
     * @param count how many of it
     * @param price of one
     */
    public record Item(long article, String name, int count, BigDecimal price) {}

    /** An order of five items; the list is of a kind that all serializers know. */
    public static Order example() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            items.add(new Item(4_711 + i, "Article number " + i, i + 1, new BigDecimal("19.9" + i)));
        }
        return new Order(123_456_789, "Ann Example", Instant.parse("2026-11-23T10:15:30.123456789Z"), items);
    }
}

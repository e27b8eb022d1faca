package dev.carmine.client.command.search;

/**
 * One of several fields by which rows are sorted: {@code SortKey.desc("@price")}.
 *
 * @param field the field, with {@code @}
 * @param order its order
 */
public record SortKey(String field, SortOrder order) {

    /**
     * The least first.
     *
     * @param field the field, with {@code @}
     * @return the field with that order
     */
    public static SortKey asc(String field) {
        return new SortKey(field, SortOrder.ASC);
    }

    /**
     * The greatest first.
     *
     * @param field the field, with {@code @}
     * @return the field with that order
     */
    public static SortKey desc(String field) {
        return new SortKey(field, SortOrder.DESC);
    }
}

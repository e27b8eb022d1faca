package dev.carmine.client.command;

/**
 * Size and shape of a top-k list.
 *
 * @param k how many items it has room for
 * @param width how many counters there are in a row
 * @param depth how many rows there are
 * @param decay how fast counters forget when another item comes; up to 1
 * @see <a href="https://redis.io/docs/latest/commands/topk.info/">TOPK.INFO</a>
 */
public record TopKInfo(long k, long width, long depth, double decay) {}

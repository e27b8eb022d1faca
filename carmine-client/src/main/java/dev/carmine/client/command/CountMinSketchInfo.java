package dev.carmine.client.command;

/**
 * Size of a count-min sketch, and what it has counted.
 *
 * @param width how many counters there are in a row
 * @param depth how many rows there are
 * @param count the sum of all increments
 * @see <a href="https://redis.io/docs/latest/commands/cms.info/">CMS.INFO</a>
 */
public record CountMinSketchInfo(long width, long depth, long count) {}

package dev.carmine.client.command;

import java.util.List;

/**
 * The longest common subsequence of two values as the parts it consists of.
 *
 * @param matches the parts, the last one first
 * @param length the length of the whole subsequence in bytes, those parts included that are too short to be listed
 * @see <a href="https://redis.io/docs/latest/commands/lcs/">LCS</a>
 */
public record LcsMatches(List<LcsMatch> matches, long length) {}

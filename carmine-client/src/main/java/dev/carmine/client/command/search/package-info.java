/**
 * Commands that index documents, hashes or JSON, and search them, of Redis 8 and Redis Stack. The methods of the client
 * and its other faces have them all; the factories are in {@link dev.carmine.client.command.search.Search}.
 */
@NullMarked
package dev.carmine.client.command.search;

import org.jspecify.annotations.NullMarked;

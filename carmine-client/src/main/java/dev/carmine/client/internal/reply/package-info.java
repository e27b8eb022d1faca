/**
 * How replies become Java values: a {@link dev.carmine.client.internal.reply.ReplyDecoder} reads one complete frame
 * without building a tree of it, and gives the same result for RESP2 and RESP3.
 */
@NullMarked
package dev.carmine.client.internal.reply;

import org.jspecify.annotations.NullMarked;

/**
 * RESP2 and RESP3, the wire protocols of Redis and Valkey: {@link dev.carmine.protocol.FrameInput} finds complete
 * frames in a stream of bytes, {@link dev.carmine.protocol.RespReader} reads one without building a tree,
 * {@link dev.carmine.protocol.RespValue} is the tree for replies whose shape is not known, and
 * {@link dev.carmine.protocol.CommandWriter} writes commands. Nothing here does I/O or starts a thread.
 */
@NullMarked
package dev.carmine.protocol;

import org.jspecify.annotations.NullMarked;

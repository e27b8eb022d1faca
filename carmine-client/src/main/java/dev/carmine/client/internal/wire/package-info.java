/**
 * The wire engine: how commands reach a server and replies come back.
 *
 * <p>A {@link dev.carmine.client.internal.wire.Link} is the supervised connection to one node: callers push
 * {@link dev.carmine.client.internal.wire.Call}s on its {@link dev.carmine.client.internal.wire.SubmissionQueue};
 * whoever holds its {@link dev.carmine.client.internal.wire.Lead} writes and reads. While it is connected it has a
 * {@link dev.carmine.client.internal.wire.Wire}: one socket, its buffers, and the calls that await a reply there.
 */
@NullMarked
package dev.carmine.client.internal.wire;

import org.jspecify.annotations.NullMarked;

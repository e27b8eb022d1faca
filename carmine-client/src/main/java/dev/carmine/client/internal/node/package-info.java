/**
 * A node and the connections to it: the {@link dev.carmine.client.internal.wire.Link} that all calls share, and the
 * {@link dev.carmine.client.internal.node.DedicatedPool} for what cannot share.
 */
@NullMarked
package dev.carmine.client.internal.node;

import org.jspecify.annotations.NullMarked;

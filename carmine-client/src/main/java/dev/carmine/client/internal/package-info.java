/** Implementation of the client: how its public face reaches the nodes. */
@NullMarked
package dev.carmine.client.internal;

import org.jspecify.annotations.NullMarked;

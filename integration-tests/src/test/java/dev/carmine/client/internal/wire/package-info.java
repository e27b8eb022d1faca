/** Tests of the engine's parts that need what only this module has: certificates. */
@NullMarked
package dev.carmine.client.internal.wire;

import org.jspecify.annotations.NullMarked;

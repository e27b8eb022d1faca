/**
 * A network that misbehaves on command: {@link dev.carmine.it.fault.FaultProxy} stands between a client and a server
 * and delays, throttles, stalls, swallows, corrupts or cuts what passes. It is fast and precise enough to be used in
 * benchmarks as a network with a longer way.
 */
@NullMarked
package dev.carmine.it.fault;

import org.jspecify.annotations.NullMarked;

/**
 * Real servers for tests, examples and benchmarks. {@link dev.carmine.it.server.RedisServers} starts them or finds
 * the one that the system property {@code carmine.it.redis} names; {@link dev.carmine.it.server.RedisServer} is one
 * of them. This package is in the main sources and knows nothing of JUnit, because examples and benchmarks use it
 * too; the JUnit extension that hands servers to tests is among the test sources, in {@code dev.carmine.it.junit}.
 */
@NullMarked
package dev.carmine.it.server;

import org.jspecify.annotations.NullMarked;

/**
 * What the integration tests share: {@link dev.carmine.it.junit.RedisTest} hands servers to tests,
 * {@link dev.carmine.it.junit.SinceRedis} leaves out what a server cannot do, {@link dev.carmine.it.junit.EachProtocol}
 * runs a test on RESP2 and RESP3, {@link dev.carmine.it.junit.SoakTest} marks what runs for long, {@link dev.carmine.it.junit.ThreadLeaks} finds forgotten threads, and
 * {@link dev.carmine.it.junit.Seed} makes random tests repeatable.
 */
@NullMarked
package dev.carmine.it.junit;

import org.jspecify.annotations.NullMarked;

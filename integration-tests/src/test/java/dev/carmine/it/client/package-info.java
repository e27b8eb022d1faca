/**
 * The client on a real server: what it promises when nothing goes wrong, and at its beginning and end.
 * {@link dev.carmine.it.client.Clients} makes clients for all integration tests.
 */
@NullMarked
package dev.carmine.it.client;

import org.jspecify.annotations.NullMarked;

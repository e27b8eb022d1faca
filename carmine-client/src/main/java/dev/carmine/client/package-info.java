/**
 * The client: {@link dev.carmine.client.Carmine} is where to begin; {@link dev.carmine.client.Command} is what it runs,
 * {@link dev.carmine.client.ClientOptions} how it connects, {@link dev.carmine.client.CarmineException} what can go
 * wrong.
 */
@NullMarked
package dev.carmine.client;

import org.jspecify.annotations.NullMarked;

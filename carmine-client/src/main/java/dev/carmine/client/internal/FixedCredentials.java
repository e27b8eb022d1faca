package dev.carmine.client.internal;

import dev.carmine.client.Credentials;
import dev.carmine.client.CredentialsProvider;

/**
 * A provider that always gives the same, so that it need not be asked on a thread of its own.
 *
 * @param credentials what it gives
 */
public record FixedCredentials(Credentials credentials) implements CredentialsProvider {}

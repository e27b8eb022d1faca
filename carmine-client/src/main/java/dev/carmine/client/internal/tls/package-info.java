/** Certificates and keys for TLS, read from files. */
@NullMarked
package dev.carmine.client.internal.tls;

import org.jspecify.annotations.NullMarked;

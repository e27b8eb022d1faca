/** Certificates for servers and clients of tests: an authority that lives as long as the JVM. */
@NullMarked
package dev.carmine.it.tls;

import org.jspecify.annotations.NullMarked;

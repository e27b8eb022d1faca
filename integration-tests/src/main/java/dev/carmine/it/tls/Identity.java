package dev.carmine.it.tls;

import java.nio.file.Path;

/**
 * A certificate and its key, in files.
 *
 * @param certificate in PEM form
 * @param key in PEM form and PKCS#8
 * @param store both as PKCS#12, with the password {@link TestAuthority#PASSWORD}
 */
public record Identity(Path certificate, Path key, Path store) {}

package dev.carmine.benchmarks.host;

import java.nio.file.Path;
import java.util.List;

/**
 * The certificates that a JVM trusts instead of its own.
 *
 * @param file in the form PKCS#12
 * @param password of the file
 */
public record TrustStore(Path file, String password) {

    /** The JVM's options, which all clients go by if they are told nothing else. */
    public List<String> options() {
        return List.of("-Djavax.net.ssl.trustStore=" + file, "-Djavax.net.ssl.trustStorePassword=" + password);
    }
}

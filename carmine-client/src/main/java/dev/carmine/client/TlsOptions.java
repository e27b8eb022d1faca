package dev.carmine.client;

import dev.carmine.client.internal.tls.KeyMaterial;
import dev.carmine.client.internal.tls.PemFile;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How to speak TLS. By default the client trusts whom the JVM trusts, requires that the server's certificate names the
 * host it connects to, has no certificate of its own, and speaks TLS 1.3 or 1.2. Immutable; files are read by
 * {@link Builder#build}, so a wrong one is an error at once. Connections made with the same options resume each other's
 * TLS sessions.
 *
 * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/">TLS</a>
 */
public final class TlsOptions {
    private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

    private final SSLContext context;
    private final List<String> protocols;
    private final boolean hostnameVerified;

    private TlsOptions(SSLContext context, List<String> protocols, boolean hostnameVerified) {
        this.context = context;
        this.protocols = protocols;
        this.hostnameVerified = hostnameVerified;
    }

    /**
     * The defaults.
     *
     * @return options
     */
    public static TlsOptions defaults() {
        return Defaults.OPTIONS;
    }

    /** Made when somebody asks for them, and shared, so that sessions are resumed. */
    private static final class Defaults {
        static final TlsOptions OPTIONS = builder().build();
    }

    /**
     * Begins with the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What connections are made with.
     *
     * @return the context
     */
    public SSLContext context() {
        return context;
    }

    /**
     * See {@link Builder#protocols}.
     *
     * @return the versions; empty for those of a context that was given
     */
    public List<String> protocols() {
        return protocols;
    }

    /**
     * See {@link Builder#withoutHostnameVerification}.
     *
     * @return whether the server's certificate must name the host
     */
    public boolean isHostnameVerified() {
        return hostnameVerified;
    }

    /** Shows no keys. */
    @Override
    public String toString() {
        return "TlsOptions[" + protocols + (hostnameVerified ? "" : ", host names are not verified") + "]";
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private @Nullable SSLContext context;
        private @Nullable KeyStore trust;
        private @Nullable KeyStore keys;
        private char @Nullable [] keyPassword;
        private @Nullable List<String> protocols;
        private boolean hostnameVerified = true;

        private Builder() {}

        /**
         * Trusts the certificates in a file, and nobody else: those of authorities, or the server's own.
         *
         * @param file in PEM form, with sections {@code BEGIN CERTIFICATE}
         * @return this
         * @throws IllegalArgumentException if the file cannot be read or has no certificate
         */
        public Builder trust(Path file) {
            this.trust = KeyMaterial.trusting(PemFile.read(file).certificates());
            return this;
        }

        /**
         * Trusts the certificates in a PKCS#12 file, and nobody else.
         *
         * @param file the store
         * @param password its password
         * @return this
         * @throws IllegalArgumentException if the file cannot be read with that password
         */
        public Builder trustStore(Path file, char[] password) {
            this.trust = KeyMaterial.trustStore(file, password);
            return this;
        }

        /**
         * Shows a certificate to servers that ask for one (mutual TLS).
         *
         * @param certificates the client's certificate, followed by those between it and an authority; in PEM form
         * @param key its private key, in PEM form and PKCS#8, not encrypted
         * @return this
         * @throws IllegalArgumentException if a file cannot be read; says how to convert a key of another form
         */
        public Builder key(Path certificates, Path key) {
            this.keys = KeyMaterial.holding(
                    PemFile.read(key).privateKey(), PemFile.read(certificates).certificates());
            this.keyPassword = null;
            return this;
        }

        /**
         * Shows the certificate in a PKCS#12 file to servers that ask for one.
         *
         * @param file the store
         * @param password its password
         * @return this
         * @throws IllegalArgumentException if the file cannot be read with that password
         */
        public Builder keyStore(Path file, char[] password) {
            this.keys = KeyMaterial.keyStore(file, password);
            this.keyPassword = password.clone();
            return this;
        }

        /**
         * Makes connections with a context that was made elsewhere, for whatever the other methods do not offer. It
         * cannot be combined with those that name files.
         *
         * @param context an initialized context
         * @return this
         */
        public Builder context(SSLContext context) {
            this.context = Objects.requireNonNull(context, "context");
            return this;
        }

        /**
         * The versions of TLS to accept; the newest that both sides accept is used. 1.3 and 1.2 by default, or those of
         * the {@linkplain #context context} if that is given.
         *
         * @param versions of {@code TLSv1.3} and {@code TLSv1.2}, at least one
         * @return this
         * @throws IllegalArgumentException if there is none, or another one
         */
        public Builder protocols(String... versions) {
            List<String> given = List.of(versions);
            if (given.isEmpty() || !VERSIONS.containsAll(given)) {
                throw new IllegalArgumentException("protocols must be TLSv1.3, TLSv1.2 or both, but are " + given);
            }
            this.protocols = given;
            return this;
        }

        /**
         * Accepts any trusted certificate, whatever host it names. Then everybody with a certificate that is trusted can
         * pose as the server: choose this only together with {@link #trust(Path) trust} in an authority of your own.
         *
         * @return this
         */
        public Builder withoutHostnameVerification() {
            this.hostnameVerified = false;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         * @throws IllegalArgumentException if the keys cannot be used, or a context and files were given
         */
        public TlsOptions build() {
            if (context != null && (trust != null || keys != null)) {
                throw new IllegalArgumentException(
                        "a context brings its own trust and keys: give either it or files, not both");
            }
            SSLContext made = context == null ? KeyMaterial.context(trust, keys, keyPassword) : context;
            List<String> usual = context == null ? VERSIONS : List.of();
            return new TlsOptions(made, protocols == null ? usual : protocols, hostnameVerified);
        }
    }
}

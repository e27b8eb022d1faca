package dev.carmine.client.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** From certificates and keys to what TLS is made with. Bad files are {@link IllegalArgumentException}. */
public final class KeyMaterial {
    /** Protects keys in memory only. */
    private static final char[] IN_MEMORY = {};

    private KeyMaterial() {}

    /** A store that trusts certificates. */
    public static KeyStore trusting(List<X509Certificate> certificates) {
        try {
            KeyStore store = empty();
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("trusted-" + i, certificates.get(i));
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("these certificates cannot be trusted: " + e.getMessage(), e);
        }
    }

    /** A store with a key and its certificates, the key's own first. */
    public static KeyStore holding(PrivateKey key, List<X509Certificate> chain) {
        try {
            requireOf(chain.get(0), key);
            KeyStore store = empty();
            store.setKeyEntry("key", key, IN_MEMORY, chain.toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the key and the certificates do not fit: " + e.getMessage(), e);
        }
    }

    /** Refuses another's key, of which servers would say no more than that the handshake failed. */
    private static void requireOf(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "EdDSA" -> "EdDSA";
            default -> null;
        };
        if (algorithm != null && !isOf(certificate, key, algorithm)) {
            throw new IllegalArgumentException("the private key is not that of the first certificate, which is of "
                    + certificate.getSubjectX500Principal() + "; check that both files belong together");
        }
    }

    private static boolean isOf(X509Certificate certificate, PrivateKey key, String algorithm)
            throws GeneralSecurityException {
        if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
            return false;
        }
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        return signature.verify(signed);
    }

    /** A store of trusted certificates from a PKCS#12 file. */
    public static KeyStore trustStore(Path file, char[] password) {
        return pkcs12(
                file,
                password,
                KeyStore::isCertificateEntry,
                "trusted certificate; make one with keytool"
                        + " -importcert, because openssl does not mark certificates as trusted");
    }

    /** A store of a key from a PKCS#12 file. */
    public static KeyStore keyStore(Path file, char[] password) {
        return pkcs12(file, password, KeyStore::isKeyEntry, "private key");
    }

    private static KeyStore pkcs12(Path file, char[] password, Entries wanted, String what) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                if (wanted.has(store, alias)) {
                    return store;
                }
            }
            throw new IllegalArgumentException(file + " has no " + what);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "cannot read " + file + " as PKCS#12 with the password given: " + e.getMessage(), e);
        }
    }

    /**
     * What connections are made with; keeps the sessions that can be resumed.
     *
     * @param trust what to trust; null for what the JVM trusts
     * @param keys who to be; null for nobody
     * @param password of the keys in that store
     */
    public static SSLContext context(@Nullable KeyStore trust, @Nullable KeyStore keys, char @Nullable [] password) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(keys, password), trustManagers(trust), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("TLS cannot be used with these keys: " + e.getMessage(), e);
        }
    }

    private interface Entries {
        boolean has(KeyStore store, String alias) throws GeneralSecurityException;
    }

    private static TrustManager @Nullable [] trustManagers(@Nullable KeyStore trust) throws GeneralSecurityException {
        if (trust == null) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] keyManagers(@Nullable KeyStore keys, char @Nullable [] password)
            throws GeneralSecurityException {
        if (keys == null) {
            return null;
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, password == null ? IN_MEMORY : password);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}

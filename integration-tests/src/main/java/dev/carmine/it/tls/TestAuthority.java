package dev.carmine.it.tls;

import dev.carmine.it.process.WorkFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that issues certificates for a day. Its files are below the harness's folder. Thread-safe. */
public final class TestAuthority {
    /** Of all PKCS#12 files. */
    public static final String PASSWORD = "sesame";

    private static final Duration VALIDITY = Duration.ofDays(1);
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final Path folder = WorkFolder.newFolder("tls");
    private final X500Principal name;
    private final KeyPair keys = newKeys();
    private final Path certificate = folder.resolve("authority.pem");
    private final Path store = folder.resolve("authority.p12");

    private TestAuthority(String name) {
        this.name = new X500Principal("CN=" + name);
        Certificate own = certificate(this.name, keys, true);
        writePem(certificate, "CERTIFICATE", encoded(own));
        writeStore(store, keyStore -> keyStore.setCertificateEntry("authority", own));
    }

    /**
     * The one that servers of tests have their certificates from.
     *
     * @return always the same
     */
    public static TestAuthority trusted() {
        return Trusted.AUTHORITY;
    }

    /**
     * Another one.
     *
     * @param name its name
     * @return a new authority
     */
    public static TestAuthority named(String name) {
        return new TestAuthority(name);
    }

    /**
     * The authority's own certificate.
     *
     * @return a file in PEM form
     */
    public Path certificate() {
        return certificate;
    }

    /**
     * The authority's own certificate.
     *
     * @return a PKCS#12 file with the password {@link #PASSWORD}
     */
    public Path store() {
        return store;
    }

    /**
     * Issues a certificate.
     *
     * @param subject whom it names
     * @param hosts names and addresses of IPv4 that it is for
     * @return the files
     */
    public Identity issue(String subject, String... hosts) {
        KeyPair subjectKeys = newKeys();
        Certificate issued = certificate(new X500Principal("CN=" + subject), subjectKeys, false, hosts);
        Path base = folder.resolve(subject + "-" + SERIAL.get());
        Path certificateFile = Path.of(base + ".pem");
        Path keyFile = Path.of(base + ".key");
        Path storeFile = Path.of(base + ".p12");
        writePem(certificateFile, "CERTIFICATE", encoded(issued));
        writePem(keyFile, "PRIVATE KEY", subjectKeys.getPrivate().getEncoded());
        writeStore(
                storeFile,
                keyStore -> keyStore.setKeyEntry(
                        "key", subjectKeys.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {issued}));
        return new Identity(certificateFile, keyFile, storeFile);
    }

    private X509Certificate certificate(
            X500Principal subject, KeyPair subjectKeys, boolean authority, String... hosts) {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(SERIAL.incrementAndGet()),
                Date.from(now.minus(VALIDITY)),
                Date.from(now.plus(VALIDITY)),
                subject,
                subjectKeys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (hosts.length > 0) {
                GeneralName[] names = Arrays.stream(hosts)
                        .map(host -> new GeneralName(
                                host.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, host))
                        .toArray(GeneralName[]::new);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a certificate", e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make keys", e);
        }
    }

    private static byte[] encoded(Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void writePem(Path file, String label, byte[] content) {
        String text = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
        try {
            Files.writeString(file, text, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeStore(Path file, Filler filler) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            filler.fill(store);
            store.store(out, PASSWORD.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot write " + file, e);
        }
    }

    private interface Filler {
        void fill(KeyStore store) throws GeneralSecurityException;
    }

    private static final class Trusted {
        static final TestAuthority AUTHORITY = new TestAuthority("Carmine tests");
    }
}

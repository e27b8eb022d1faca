package dev.carmine.client.internal.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of certificates or of one private key in text form. No message shows what is in it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
public final class PemFile {
    private static final Pattern SECTION =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE_KEY = "PRIVATE KEY";

    /** The algorithms of keys that TLS knows; the file does not name its own. */
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

    private final Path file;
    private final List<Section> sections = new ArrayList<>();

    /** Whether there is a key, perhaps of a form that has no section as above: the old encrypted one has headers. */
    private final boolean hasOtherKey;

    private PemFile(Path file, String text) {
        this.file = file;
        this.hasOtherKey = text.contains("PRIVATE KEY-----");
        Matcher matcher = SECTION.matcher(text);
        while (matcher.find()) {
            sections.add(new Section(matcher.group(1), decode(matcher.group(2))));
        }
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it cannot be read, or is not in text form
     */
    public static PemFile read(Path file) {
        try {
            return new PemFile(file, Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + e, e);
        }
    }

    /**
     * The certificates in the file, in their order.
     *
     * @return at least one
     * @throws IllegalArgumentException if there is none, or one is malformed
     */
    public List<X509Certificate> certificates() {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Section section : sections) {
                if (section.label.equals(CERTIFICATE)) {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(section.content)));
                }
            }
        } catch (CertificateException e) {
            throw new IllegalArgumentException(file + " has a malformed certificate: " + e.getMessage(), e);
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException(file + " has no section -----BEGIN CERTIFICATE-----");
        }
        return certificates;
    }

    /**
     * The private key in the file.
     *
     * @return the key
     * @throws IllegalArgumentException if there is none, or its form is not PKCS#8; the message says how to convert it
     */
    public PrivateKey privateKey() {
        for (Section section : sections) {
            if (section.label.equals(PRIVATE_KEY)) {
                return key(section.content);
            }
        }
        if (hasOtherKey) {
            throw new IllegalArgumentException(file + " has a private key of another form than PKCS#8; convert it with:"
                    + " openssl pkcs8 -topk8 -nocrypt -in " + file + " -out key.pem");
        }
        throw new IllegalArgumentException(file + " has no section -----BEGIN PRIVATE KEY-----");
    }

    private PrivateKey key(byte[] encoded) {
        GeneralSecurityException last = null;
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw new IllegalArgumentException(
                file + " has a private key that is malformed or of none of the algorithms " + ALGORITHMS, last);
    }

    private byte[] decode(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " has a section that is not in Base64", e);
        }
    }

    private static final class Section {
        final String label;
        final byte[] content;

        Section(String label, byte[] content) {
            this.label = label;
            this.content = content;
        }
    }
}

package dev.carmine.client.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void hasAPrivateKey(String algorithm) throws IOException, NoSuchAlgorithmException {
        PrivateKey key =
                KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
        Path file = file("Bag Attributes: none\r\n" + section("PRIVATE KEY", key.getEncoded()) + "\nrest");

        assertThat(PemFile.read(file).privateKey()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "RSA PRIVATE KEY, openssl pkcs8 -topk8 -nocrypt -in",
        "EC PRIVATE KEY, openssl pkcs8 -topk8 -nocrypt -in",
        "ENCRYPTED PRIVATE KEY, openssl pkcs8 -topk8 -nocrypt -in",
        "'RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n', openssl pkcs8 -topk8 -nocrypt -in",
        "PRIVATE KEY, malformed or of none of the algorithms",
        "CERTIFICATE, no section -----BEGIN PRIVATE KEY-----"
    })
    void saysWhatIsWrongWithAPrivateKey(String label, String advice) throws IOException {
        Path file = file(section(label, new byte[] {1, 2, 3}));

        assertThatThrownBy(() -> PemFile.read(file).privateKey())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(advice)
                .hasMessageNotContaining("AQID");
    }

    @Test
    void saysWhatIsWrongWithCertificates() throws IOException {
        Path none = file("nothing of the kind");
        assertThatThrownBy(() -> PemFile.read(none).certificates())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no section -----BEGIN CERTIFICATE-----");
        Path malformed = file(section("CERTIFICATE", new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> PemFile.read(malformed).certificates())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("malformed certificate");
        Path noBase64 = file("-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n");
        assertThatThrownBy(() -> PemFile.read(noBase64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not in Base64");
    }

    @Test
    void saysThatItCannotBeRead() {
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> PemFile.read(missing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot read " + missing);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "test", ".pem"), text);
    }

    private static String section(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + label + "-----\n";
    }
}

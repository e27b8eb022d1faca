package dev.carmine.it.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The side of TLS that has a certificate: one of {@link TestAuthority#trusted()}, for localhost and 127.0.0.1. */
public final class TlsServer {
    private TlsServer() {}

    /**
     * Speaks TLS over a socket that was accepted.
     *
     * @param socket a connected one; it is closed with what is returned
     * @return TLS before its handshake
     * @throws IOException if the socket is closed
     */
    public static SSLSocket over(Socket socket) throws IOException {
        return (SSLSocket) Shared.CONTEXT.getSocketFactory().createSocket(socket, null, true);
    }

    private static final class Shared {
        static final SSLContext CONTEXT = context();

        private static SSLContext context() {
            Identity identity = TestAuthority.trusted().issue("harness", "localhost", "127.0.0.1");
            char[] password = TestAuthority.PASSWORD.toCharArray();
            try (InputStream store = Files.newInputStream(identity.store())) {
                KeyStore keys = KeyStore.getInstance("PKCS12");
                keys.load(store, password);
                KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                managers.init(keys, password);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(managers.getKeyManagers(), null, null);
                return context;
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("cannot use " + identity.store(), e);
            }
        }
    }
}

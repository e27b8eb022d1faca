package dev.carmine.client.internal.wire;

import java.io.IOException;

/**
 * The provider gave no credentials. What it threw is named by its class, and its stack trace is this one's; its message
 * might hold a secret, so it goes no further.
 */
final class CredentialsUnavailable extends IOException {
    private static final long serialVersionUID = 1;

    CredentialsUnavailable(String message) {
        super(message);
    }

    static CredentialsUnavailable thrownBy(Throwable thrown) {
        CredentialsUnavailable unavailable = new CredentialsUnavailable("the credentials provider threw "
                + thrown.getClass().getName() + " (its message is withheld, since it might hold a secret)");
        unavailable.setStackTrace(thrown.getStackTrace());
        return unavailable;
    }
}

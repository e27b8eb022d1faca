package dev.carmine.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * As whom a client connects. Immutable.
 *
 * @param user the ACL user; null for the default one, which is the only one that servers before 6.0 know
 * @param password the password
 * @see CredentialsProvider
 * @see <a href="https://redis.io/docs/latest/commands/auth/">AUTH</a>
 */
public record Credentials(@Nullable String user, String password) {
    /**
     * Takes user and password.
     *
     * @param user the ACL user, or null for the default one
     * @param password the password
     */
    public Credentials {
        Objects.requireNonNull(password, "password");
    }

    /** Shows neither user nor password. */
    @Override
    public String toString() {
        return "Credentials[***]";
    }
}

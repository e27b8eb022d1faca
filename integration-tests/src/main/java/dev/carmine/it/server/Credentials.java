package dev.carmine.it.server;

import dev.carmine.it.wire.RawConnection;
import org.jspecify.annotations.Nullable;

/**
 * How the harness itself logs in.
 *
 * @param user an ACL user, null for the default one
 * @param password its password
 */
record Credentials(@Nullable String user, String password) {

    void authenticate(RawConnection connection) {
        if (user == null) {
            connection.call("AUTH", password);
        } else {
            connection.call("AUTH", user, password);
        }
    }
}

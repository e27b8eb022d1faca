package dev.carmine.client.internal;

import dev.carmine.client.internal.wire.LinkSettings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parsed URI: {@code redis://[user[:password]@]host[:port][/database]}. User and password may be percent-encoded. No
 * message shows the user's name or the password.
 *
 * @param host name or address, without brackets
 * @param port the port, 6379 if none is given
 * @param user ACL user, or null
 * @param password password, or null
 * @param database index of the database
 */
public record RedisUri(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        int database) {
    private static final int DEFAULT_PORT = 6379;
    private static final Map<String, String> LATER = Map.of(
            "rediss", "TLS",
            "redis+unix", "unix sockets",
            "redis-sentinel", "Sentinel",
            "redis-cluster", "Cluster");

    /**
     * Parses a URI.
     *
     * @param uri the text
     * @return its parts
     * @throws IllegalArgumentException if it is malformed or of a form that is not supported; says what is wrong
     */
    public static RedisUri parse(String uri) {
        int schemeEnd = uri.indexOf("://");
        if (schemeEnd < 0) {
            throw malformed("it must begin with redis://");
        }
        String scheme = uri.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
        if (!scheme.equals("redis")) {
            String feature = LATER.get(scheme);
            throw malformed(
                    feature == null
                            ? "the scheme must be redis"
                            : "the scheme " + scheme + " (" + feature + ") is not supported yet; use redis://");
        }
        String rest = uri.substring(schemeEnd + 3);
        if (rest.indexOf('?') >= 0 || rest.indexOf('#') >= 0) {
            throw malformed("parameters are not supported; set them in ClientOptions, and write ? and # in a password"
                    + " as %3F and %23");
        }
        int userEnd = rest.lastIndexOf('@');
        int pathStart = rest.indexOf('/', userEnd + 1);
        String path = pathStart < 0 ? "" : rest.substring(pathStart + 1);
        String address = rest.substring(userEnd + 1, pathStart < 0 ? rest.length() : pathStart);
        String user = null;
        String password = null;
        if (userEnd >= 0) {
            String info = rest.substring(0, userEnd);
            int colon = info.indexOf(':');
            if (colon < 0) {
                throw malformed("there is a user without a password: write user:password@ or :password@");
            }
            user = colon == 0 ? null : decode(info.substring(0, colon));
            password = decode(info.substring(colon + 1));
        }
        int portStart = portStart(address);
        String host = portStart < 0 ? address : address.substring(0, portStart);
        if (host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isEmpty()) {
            throw malformed("the host is missing");
        }
        int port = portStart < 0 ? DEFAULT_PORT : number("port", address.substring(portStart + 1), 1, 65_535);
        int database = path.isEmpty() ? 0 : number("database", path, 0, Integer.MAX_VALUE);
        return new RedisUri(host, port, user, password, database);
    }

    /** Where the colon before the port is, or -1; an IPv6 address stands in brackets. */
    private static int portStart(String address) {
        if (!address.startsWith("[")) {
            int colon = address.indexOf(':');
            if (colon != address.lastIndexOf(':')) {
                throw malformed("an IPv6 address must stand in brackets: redis://[::1]:6379");
            }
            return colon;
        }
        int bracket = address.indexOf(']');
        if (bracket < 0 || (bracket + 1 < address.length() && address.charAt(bracket + 1) != ':')) {
            throw malformed("the bracket around the IPv6 address is not closed");
        }
        return bracket + 1 < address.length() ? bracket + 1 : -1;
    }

    private static int number(String what, String text, int least, int most) {
        if (text.isEmpty() || text.length() > 10 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw malformed("the " + what + " is not a number");
        }
        long value = Long.parseLong(text);
        if (value < least || value > most) {
            throw malformed("the " + what + " must be from " + least + " to " + most);
        }
        return (int) value;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("a percent sign in user or password is not followed by two hexadecimal digits; write %25"
                    + " for the sign itself");
        }
    }

    private static IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException(
                "malformed URI: " + what + " (expected redis://[user:password@]host[:port][/database])");
    }

    /** Never shows user or password. */
    @Override
    public String toString() {
        return "redis://" + (password == null ? "" : "***@") + LinkSettings.nodeName(host, port) + "/" + database;
    }
}

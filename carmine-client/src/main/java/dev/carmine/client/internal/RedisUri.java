package dev.carmine.client.internal;

import dev.carmine.client.Credentials;
import dev.carmine.client.Endpoint;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parsed URI: {@code redis://[user:password@]host[:port][/database][?parameters]}, the same with {@code rediss://}
 * for TLS, or {@code redis+unix://[user:password@]/path[?parameters]}. The schemes {@code valkey} and {@code valkeys} mean
 * the same as {@code redis} and {@code rediss}. User, password, path and the values of parameters may be
 * percent-encoded. No message shows the user's name or the password.
 *
 * @param endpoint where the server listens; port 6379 if none is given
 * @param secured whether the scheme is that of TLS
 * @param user ACL user, or null
 * @param password password, or null
 * @param database index of the database
 * @param clientName the parameter {@code clientName}, or null
 * @param connectTimeout the parameter {@code connectTimeout}, or null
 * @param commandTimeout the parameter {@code commandTimeout}, or null
 */
public record RedisUri(
        Endpoint endpoint,
        boolean secured,
        @Nullable String user,
        @Nullable String password,
        int database,
        @Nullable String clientName,
        @Nullable Duration connectTimeout,
        @Nullable Duration commandTimeout) {
    private static final String TCP = "redis";
    private static final String TLS = "rediss";
    private static final String UNIX = "redis+unix";
    private static final int DEFAULT_PORT = 6379;

    /** What a decoder puts in the place of bytes that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final String ONE_HOST = "one host only: Sentinel and Cluster are not supported yet";

    /** What is to be said of schemes that other clients have. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "redis-sentinel", ONE_HOST,
            "redis+sentinel", ONE_HOST,
            "redis-cluster", ONE_HOST,
            "redis-socket", "a unix socket is named by redis+unix:///path");

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
        String advice = ELSEWHERE.get(scheme);
        if (advice != null) {
            throw unsupported(advice);
        }
        String rest = uri.substring(schemeEnd + 3);
        if (rest.indexOf('#') >= 0) {
            throw malformed("it has no fragment; write # as %23");
        }
        int query = rest.indexOf('?');
        UriParameters parameters = UriParameters.parse(query < 0 ? "" : rest.substring(query + 1));
        String hierarchy = query < 0 ? rest : rest.substring(0, query);
        RedisUri parsed = switch (scheme) {
            case TCP, "valkey" -> tcp(false, hierarchy, parameters);
            case TLS, "valkeys" -> tcp(true, hierarchy, parameters);
            case UNIX -> unix(hierarchy, parameters);
            default -> throw malformed("the scheme must be redis, rediss, valkey, valkeys or redis+unix");
        };
        parameters.requireAllUsed();
        return parsed;
    }

    private static RedisUri tcp(boolean secured, String hierarchy, UriParameters parameters) {
        // A slash or an at sign in the password may stand for itself, as long as the last at sign is the right one.
        int userEnd = hierarchy.lastIndexOf('@');
        int pathStart = hierarchy.indexOf('/', userEnd + 1);
        String path = pathStart < 0 ? "" : hierarchy.substring(pathStart + 1);
        String address = hierarchy.substring(userEnd + 1, pathStart < 0 ? hierarchy.length() : pathStart);
        if (address.indexOf(',') >= 0) {
            throw unsupported(ONE_HOST);
        }
        UserInfo info = UserInfo.parse(hierarchy, userEnd);
        int portStart = portStart(address);
        String host = portStart < 0 ? address : address.substring(0, portStart);
        if (host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isEmpty()) {
            throw malformed("the host is missing");
        }
        int port = portStart < 0 ? DEFAULT_PORT : number("port", address.substring(portStart + 1), 1, 65_535);
        return of(new Endpoint.Tcp(host, port), secured, info, path.isEmpty() ? null : path, parameters);
    }

    private static RedisUri unix(String hierarchy, UriParameters parameters) {
        int pathStart = hierarchy.indexOf('/');
        String authority = pathStart < 0 ? hierarchy : hierarchy.substring(0, pathStart);
        int userEnd = authority.lastIndexOf('@');
        if (pathStart < 0 || userEnd + 1 < authority.length()) {
            throw malformed("a socket needs an absolute path: redis+unix:///path, or redis+unix://user:password@/path"
                    + " (a slash in the password is written %2F)");
        }
        UserInfo info = UserInfo.parse(authority, userEnd);
        try {
            Path path = Path.of(decode("path", hierarchy.substring(pathStart)));
            return of(new Endpoint.Unix(path), false, info, null, parameters);
        } catch (InvalidPathException e) {
            throw malformed("the path is not one of this system: " + e.getReason());
        }
    }

    private static RedisUri of(
            Endpoint endpoint,
            boolean secured,
            UserInfo info,
            @Nullable String databaseInPath,
            UriParameters parameters) {
        String databaseGiven = parameters.text("database");
        if (databaseGiven != null && databaseInPath != null) {
            throw malformed("the database stands both in the path and in the parameters");
        }
        String database = databaseInPath == null ? databaseGiven : databaseInPath;
        return new RedisUri(
                endpoint,
                secured,
                info.user(),
                info.password(),
                database == null ? 0 : number("database", database, 0, Integer.MAX_VALUE),
                parameters.visible("clientName"),
                parameters.duration("connectTimeout"),
                parameters.duration("commandTimeout"));
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

    /** Decodes percent signs; a plus sign stands for itself. */
    static String decode(String what, String text) {
        String decoded;
        try {
            decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("a percent sign in " + what
                    + " is not followed by two hexadecimal digits; write %25 for the sign itself");
        }
        if (decoded.indexOf(REPLACEMENT) >= 0 && text.indexOf(REPLACEMENT) < 0) {
            throw malformed("what is percent-encoded in " + what + " is not UTF-8");
        }
        return decoded;
    }

    static IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException("malformed URI: " + what
                + " (expected redis[s]://[user:password@]host[:port][/database] or"
                + " redis+unix://[user:password@]/path[?database=n])");
    }

    private static IllegalArgumentException unsupported(String advice) {
        return new IllegalArgumentException("unsupported URI: " + advice);
    }

    /**
     * User and password.
     *
     * @return null if there is no password
     */
    public @Nullable Credentials credentials() {
        return password == null ? null : new Credentials(user, password);
    }

    /** Never shows user or password. */
    @Override
    public String toString() {
        String secret = password == null ? "" : "***@";
        return endpoint instanceof Endpoint.Unix
                ? UNIX + "://" + secret + endpoint + "?database=" + database
                : (secured ? TLS : TCP) + "://" + secret + endpoint + "/" + database;
    }

    /** What stands before the at sign. */
    private record UserInfo(@Nullable String user, @Nullable String password) {
        static UserInfo parse(String text, int end) {
            if (end < 0) {
                return new UserInfo(null, null);
            }
            int colon = text.indexOf(':');
            if (colon < 0 || colon > end) {
                throw malformed("there is a user without a password: write user:password@ or :password@");
            }
            return new UserInfo(
                    colon == 0 ? null : decode("user or password", text.substring(0, colon)),
                    decode("user or password", text.substring(colon + 1, end)));
        }

        /** Shows nothing. */
        @Override
        public String toString() {
            return "UserInfo";
        }
    }
}

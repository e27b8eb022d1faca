package dev.carmine.client;

import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.client.internal.command.Since;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which server it is, and which version of it. What {@link Carmine#server} gives is what the server has said of itself,
 * {@code Redis 7.0.15} or {@code Valkey 8.1.1} for instance. Servers of other makers often call themselves Redis, and
 * name the version they are like. So does a Valkey that is told to ({@code extended-redis-compatibility}): on RESP3 it is
 * then {@code Redis 7.2.4}. Immutable.
 *
 * @param name {@code Redis}, {@code Valkey}, or what another server calls itself
 * @param major the first number
 * @param minor the second number
 * @param patch the third number
 */
public record ServerVersion(String name, int major, int minor, int patch) {
    private static final String REDIS = "Redis";
    private static final String VALKEY = "Valkey";

    /** A version may have more behind its numbers, as a release candidate does. */
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?!\\d).*");

    private static final Comparator<ServerVersion> BY_NUMBERS = Comparator.comparingInt(ServerVersion::major)
            .thenComparingInt(ServerVersion::minor)
            .thenComparingInt(ServerVersion::patch);

    /** Where Valkey began: it has all that this version of Redis has. */
    private static final ServerVersion FORK = redis("7.2.4");

    /**
     * Names a version.
     *
     * @param name of the server
     * @param major the first number
     * @param minor the second number
     * @param patch the third number
     * @throws IllegalArgumentException if the name is blank or a number is negative
     */
    public ServerVersion {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a server must not be blank");
        }
        if (major < 0 || minor < 0 || patch < 0) {
            throw new IllegalArgumentException(
                    "the numbers of a version must not be negative: " + major + "." + minor + "." + patch);
        }
        name = switch (name.toLowerCase(Locale.ROOT)) {
            case "redis" -> REDIS;
            case "valkey" -> VALKEY;
            default -> name;
        };
    }

    /**
     * A version of Redis.
     *
     * @param version one to three numbers, as in {@code 7.4}; what is left out is zero, and what follows them is ignored
     * @return the version
     * @throws IllegalArgumentException if it does not begin with a number
     */
    public static ServerVersion redis(String version) {
        return of(REDIS, version);
    }

    /**
     * A version of Valkey.
     *
     * @param version one to three numbers, as in {@code 8.1}; what is left out is zero, and what follows them is ignored
     * @return the version
     * @throws IllegalArgumentException if it does not begin with a number
     */
    public static ServerVersion valkey(String version) {
        return of(VALKEY, version);
    }

    /**
     * A version of any server.
     *
     * @param name what the server calls itself; {@code redis} and {@code valkey} in whatever case
     * @param version one to three numbers, as in {@code 7.4}; what is left out is zero, and what follows them is ignored
     * @return the version
     * @throws IllegalArgumentException if the name is blank, or the version does not begin with a number
     */
    public static ServerVersion of(String name, String version) {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.matches()) {
            throw new IllegalArgumentException(
                    "a version begins with its numbers, as in 7.4 or 7.0.15, but this one is " + version);
        }
        return new ServerVersion(name, number(numbers.group(1)), number(numbers.group(2)), number(numbers.group(3)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /**
     * Whether the server says that it is Redis.
     *
     * @return true for Redis, and for what calls itself so
     */
    public boolean isRedis() {
        return name.equals(REDIS);
    }

    /**
     * Whether the server says that it is Valkey.
     *
     * @return true for Valkey
     */
    public boolean isValkey() {
        return name.equals(VALKEY);
    }

    /**
     * Whether this server has what another version brought: it has the same name and is not older. Valkey has grown out
     * of Redis 7.2.4, so that every Valkey is at least that, and never at least a newer Redis.
     *
     * @param other the version that brought it, such as {@code ServerVersion.redis("7.0")}
     * @return true if this server is that version or goes on from it
     */
    public boolean isAtLeast(ServerVersion other) {
        ServerVersion own = isValkey() && other.isRedis() ? FORK : this;
        return own.name.equals(other.name) && BY_NUMBERS.compare(own, other) >= 0;
    }

    /**
     * Whether this server has a command for certain. That goes by the command's name and by what this version of Carmine
     * knows: an option may need a newer server ({@code SET} is old, its {@code GET} is from 6.2), and the server may have
     * been told to hide the command, or this user may not use it. Never certain are the commands of modules, those that
     * Carmine has no method for, and all commands of servers that are neither Redis nor Valkey.
     *
     * @param command a command with whatever arguments, such as {@code Command.of("HEXPIRE")}
     * @return true if it does; false if it does not, or that cannot be told: {@link #lacks} makes the difference
     * @see Command#needs
     */
    public boolean supports(Command<?> command) {
        Since since = EncodedCommand.of(command).spec().since();
        return since != null && since.isIn(this);
    }

    /**
     * Whether this server is without a command for certain. What {@link #supports} says of certainty holds here too.
     *
     * @param command a command with whatever arguments
     * @return true if it is; false if the server has the command, or that cannot be told
     */
    public boolean lacks(Command<?> command) {
        Since since = EncodedCommand.of(command).spec().since();
        return since != null && since.isMissingIn(this);
    }

    /** The name and the three numbers, as in {@code Redis 7.0.15}. */
    @Override
    public String toString() {
        return name + " " + major + "." + minor + "." + patch;
    }
}

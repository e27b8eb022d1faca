package dev.carmine.client.command;

import dev.carmine.client.internal.command.Words;
import java.util.List;

/**
 * What {@code ACL SETUSER} changes of a user: {@code
 * AclRules.reset().on().password(secret).allowCategory("read").keys("cache:*")}. They apply in the order in which they
 * were chosen. Immutable; has no {@code toString} that would tell a password.
 *
 * @see <a href="https://redis.io/docs/latest/commands/acl-setuser/">ACL SETUSER</a>
 */
public final class AclRules {
    private static final int SHA256_DIGITS = 64;

    private final Words words;

    private AclRules(Words words) {
        this.words = words;
    }

    /**
     * Begins with the user as it is; a new one is off and may do nothing.
     *
     * @return no rules
     */
    public static AclRules unchanged() {
        return new AclRules(Words.none());
    }

    /**
     * Begins with a user that is off, has no passwords and may do nothing ({@code reset}).
     *
     * @return that rule
     */
    public static AclRules reset() {
        return unchanged().rule("reset");
    }

    /**
     * Lets the user log in ({@code on}).
     *
     * @return these rules and that one
     */
    public AclRules on() {
        return rule("on");
    }

    /**
     * Lets the user no longer log in ({@code off}); connections stay.
     *
     * @return these rules and that one
     */
    public AclRules off() {
        return rule("off");
    }

    /**
     * Adds a password ({@code >password}). The server keeps its hash alone, but reads it in clear.
     *
     * @param password the password
     * @return these rules and that one
     */
    public AclRules password(String password) {
        return rule(">" + password);
    }

    /**
     * Adds a password that only its hash is known of ({@code #hash}).
     *
     * @param sha256 64 hexadecimal digits in lower case
     * @return these rules and that one
     * @throws IllegalArgumentException if it is not such a hash
     */
    public AclRules passwordHash(String sha256) {
        return rule("#" + requireHash(sha256));
    }

    /**
     * Removes a password ({@code <password}).
     *
     * @param password the password
     * @return these rules and that one
     */
    public AclRules removePassword(String password) {
        return rule("<" + password);
    }

    /**
     * Removes a password by its hash ({@code !hash}).
     *
     * @param sha256 64 hexadecimal digits in lower case
     * @return these rules and that one
     * @throws IllegalArgumentException if it is not such a hash
     */
    public AclRules removePasswordHash(String sha256) {
        return rule("!" + requireHash(sha256));
    }

    /**
     * Removes all passwords and lets the user log in with any ({@code nopass}).
     *
     * @return these rules and that one
     */
    public AclRules noPassword() {
        return rule("nopass");
    }

    /**
     * Removes all passwords, so that nobody can log in until there is one ({@code resetpass}).
     *
     * @return these rules and that one
     */
    public AclRules resetPasswords() {
        return rule("resetpass");
    }

    /**
     * Allows a command ({@code +command}).
     *
     * @param command its name, such as {@code get}, or {@code config|get}
     * @return these rules and that one
     */
    public AclRules allow(String command) {
        return rule("+" + command);
    }

    /**
     * Forbids a command ({@code -command}).
     *
     * @param command its name, such as {@code get}; since Redis 7.0 also {@code config|set}
     * @return these rules and that one
     */
    public AclRules deny(String command) {
        return rule("-" + command);
    }

    /**
     * Allows the commands of a category ({@code +@category}).
     *
     * @param category its name without the {@code @}, such as {@code read} or {@code all}
     * @return these rules and that one
     */
    public AclRules allowCategory(String category) {
        return rule("+@" + category);
    }

    /**
     * Forbids the commands of a category ({@code -@category}).
     *
     * @param category its name without the {@code @}, such as {@code dangerous} or {@code all}
     * @return these rules and that one
     */
    public AclRules denyCategory(String category) {
        return rule("-@" + category);
    }

    /**
     * Allows keys that match a pattern too ({@code ~pattern}).
     *
     * @param pattern a pattern such as {@code cache:*}
     * @return these rules and that one
     */
    public AclRules keys(String pattern) {
        return rule("~" + pattern);
    }

    /**
     * Allows keys that match a pattern to be read too ({@code %R~pattern}). Since Redis 7.0.
     *
     * @param pattern a pattern such as {@code cache:*}
     * @return these rules and that one
     */
    public AclRules readKeys(String pattern) {
        return rule("%R~" + pattern);
    }

    /**
     * Allows keys that match a pattern to be written too ({@code %W~pattern}). Since Redis 7.0.
     *
     * @param pattern a pattern such as {@code cache:*}
     * @return these rules and that one
     */
    public AclRules writeKeys(String pattern) {
        return rule("%W~" + pattern);
    }

    /**
     * Takes back all patterns of keys ({@code resetkeys}).
     *
     * @return these rules and that one
     */
    public AclRules resetKeys() {
        return rule("resetkeys");
    }

    /**
     * Allows channels that match a pattern too ({@code &pattern}).
     *
     * @param pattern a pattern such as {@code news.*}
     * @return these rules and that one
     */
    public AclRules channels(String pattern) {
        return rule("&" + pattern);
    }

    /**
     * Takes back all patterns of channels ({@code resetchannels}).
     *
     * @return these rules and that one
     */
    public AclRules resetChannels() {
        return rule("resetchannels");
    }

    /**
     * Adds a set of rules of its own: what they allow together is allowed ({@code (rules)}). Since Redis 7.0.
     *
     * @param rules rules about commands, keys and channels
     * @return these rules and that one
     */
    public AclRules selector(AclRules rules) {
        return rule("("
                + String.join(" ", rules.words().stream().map(String::valueOf).toList()) + ")");
    }

    /**
     * Removes all selectors ({@code clearselectors}). Since Redis 7.0.
     *
     * @return these rules and that one
     */
    public AclRules clearSelectors() {
        return rule("clearselectors");
    }

    private AclRules rule(String rule) {
        return new AclRules(words.and(rule));
    }

    /** Says how long it is, not what it is: it may be a password by mistake. */
    private static String requireHash(String sha256) {
        if (sha256.length() != SHA256_DIGITS
                || !sha256.chars().allMatch(digit -> "0123456789abcdef".indexOf(digit) >= 0)) {
            throw new IllegalArgumentException("The hash of a password must have 64 hexadecimal digits in lower case,"
                    + " but has " + sha256.length() + " characters: give the SHA-256, or use password(...)");
        }
        return sha256;
    }

    /** What follows the user. */
    List<Object> words() {
        return words.toList();
    }
}

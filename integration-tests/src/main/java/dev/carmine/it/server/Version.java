package dev.carmine.it.server;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's version.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number
 */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:-.*)?");
    private static final Pattern PROGRAM = Pattern.compile("server v=(\\S+)");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    /**
     * Reads a version.
     *
     * @param text one to three numbers as in {@code 7.0}; what is left out is zero, and {@code -rc1} is ignored
     * @return the version
     */
    public static Version of(String text) {
        Matcher matcher = NUMBERS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a version such as 7.0 or 7.0.15: " + text);
        }
        return new Version(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    }

    /** Reads the version from what a server program prints when it is asked for it. */
    static Version ofProgram(String program, String answer) {
        Matcher matcher = PROGRAM.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalArgumentException(program + " --version does not answer like a server: " + answer.strip());
        }
        return of(matcher.group(1));
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    /**
     * Whether this version is another one or newer.
     *
     * @param other a version as {@link #of} reads it
     * @return true if this is not older
     */
    public boolean isAtLeast(String other) {
        return compareTo(of(other)) >= 0;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}

package dev.carmine.generator;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Since when servers have a command.
 *
 * @param versions the first version that has it, of Redis, of Valkey, or of a module, by that name
 */
record Since(Map<String, Version> versions) {
    private static final String REDIS = "Redis";
    private static final String VALKEY = "Valkey";

    /** What Redis had by then is in every Valkey, for there Valkey began. */
    private static final Version FORK = Version.of("7.2.4");

    private static final String VERSION = "\\d+\\.\\d+\\.\\d+";

    /** As in {@code since 8.2.0 and Valkey 8.0.0}, right before the link to the command's page. */
    private static final Pattern IN_JAVADOC =
            Pattern.compile("\\bsince ((?:[A-Z]\\w+ )?" + VERSION + "(?: and Valkey " + VERSION + ")?): <a href=");

    /** What a factory's Javadoc says, where a version without a name is one of Redis; empty if it does not say it. */
    static Optional<Since> in(String javadoc) {
        Matcher matcher = IN_JAVADOC.matcher(javadoc);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Map<String, Version> versions = new TreeMap<>();
        for (String part : matcher.group(1).split(" and ", -1)) {
            int blank = part.indexOf(' ');
            versions.put(blank < 0 ? REDIS : part.substring(0, blank), Version.of(part.substring(blank + 1)));
        }
        return Optional.of(new Since(versions));
    }

    /** What holds for a command of which one factory says this and another that: what an option needs comes later. */
    Since orEarlier(Since other) {
        Map<String, Version> earliest = new TreeMap<>(versions);
        other.versions.forEach((name, version) ->
                earliest.merge(name, version, (one, another) -> one.compareTo(another) <= 0 ? one : another));
        Version redis = earliest.get(REDIS);
        if (redis != null && redis.compareTo(FORK) <= 0) {
            earliest.remove(VALKEY);
        }
        return new Since(earliest);
    }

    /** As in {@code Redis 8.2.0 and Valkey 8.0.0}. */
    @Override
    public String toString() {
        return versions.entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue())
                .collect(Collectors.joining(" and "));
    }

    /** Three numbers. */
    record Version(int major, int minor, int patch) implements Comparable<Version> {
        static Version of(String text) {
            int[] numbers = Arrays.stream(text.split("\\.", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return new Version(numbers[0], numbers[1], numbers[2]);
        }

        @Override
        public int compareTo(Version other) {
            return Arrays.compare(new int[] {major, minor, patch}, new int[] {other.major, other.minor, other.patch});
        }

        @Override
        public String toString() {
            return major + "." + minor + "." + patch;
        }
    }
}

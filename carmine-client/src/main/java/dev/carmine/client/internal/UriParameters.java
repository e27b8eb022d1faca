package dev.carmine.client.internal;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a URI, {@code name=value} joined by ampersands. Each is asked for by name, so that none is lost. */
final class UriParameters {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES);

    private final Map<String, String> values;
    private final Set<String> asked = new TreeSet<>();

    private UriParameters(Map<String, String> values) {
        this.values = values;
    }

    static UriParameters parse(String query) {
        Map<String, String> values = new TreeMap<>();
        if (query.indexOf('@') >= 0) {
            throw RedisUri.malformed("an at sign follows the question mark; write ? in a password as %3F, and @ in a"
                    + " parameter as %40");
        }
        if (!query.isEmpty()) {
            for (String parameter : query.split("&", -1)) {
                int equals = parameter.indexOf('=');
                if (equals < 1) {
                    throw RedisUri.malformed("a parameter is not of the form name=value");
                }
                String name = parameter.substring(0, equals);
                String value = RedisUri.decode("a parameter", parameter.substring(equals + 1));
                if (values.put(name, value) != null) {
                    throw RedisUri.malformed("a parameter is given twice");
                }
            }
        }
        return new UriParameters(values);
    }

    /** The value of a parameter; null if it is not given. */
    @Nullable String text(String name) {
        asked.add(name);
        return values.get(name);
    }

    /** The value of a parameter that has no blanks and is not empty; null if it is not given. */
    @Nullable String visible(String name) {
        String text = text(name);
        if (text != null && (text.isEmpty() || !text.chars().allMatch(c -> c >= '!' && c <= '~'))) {
            throw RedisUri.malformed(name + " must consist of visible ASCII characters without blanks");
        }
        return text;
    }

    /** The value of a parameter such as {@code 500ms}; null if it is not given. */
    @Nullable Duration duration(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw RedisUri.malformed(name + " must be a whole number with a unit, such as 500ms, 5s or 1m");
        }
        long number = Long.parseLong(matcher.group(1));
        if (number == 0) {
            throw RedisUri.malformed(name + " must be at least 1ms");
        }
        return Duration.of(number, UNITS.get(matcher.group(2)));
    }

    /** Refuses parameters that nobody has asked for. */
    void requireAllUsed() {
        if (!asked.containsAll(values.keySet())) {
            throw RedisUri.malformed("there is an unknown parameter; known are " + String.join(", ", asked)
                    + ", everything else is set in ClientOptions");
        }
    }
}

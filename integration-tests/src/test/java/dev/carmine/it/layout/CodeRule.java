package dev.carmine.it.layout;

import java.util.regex.Pattern;

/** Words that must not stand in some of the code. Looked for in the sources, where ArchUnit sees class files. */
enum CodeRule {
    /** A virtual thread that blocks inside {@code synchronized} keeps its carrier until JDK 24. */
    NO_SYNCHRONIZED(
            "\\bsynchronized\\b",
            "published code locks with java.util.concurrent.locks: synchronized pins a virtual thread that blocks"),

    /** Waiting for a guessed time is either too short or too long. */
    NO_SLEEP(
            "\\bThread\\s*\\.\\s*sleep\\b|\\bTimeUnit\\s*\\.\\s*\\w+\\s*\\.\\s*sleep\\b|\\b\\w*(?:SECONDS|MINUTES)\\s*\\.\\s*sleep\\b",
            "tests wait for a signal, or with Awaitility; they do not sleep"),

    /** The clocks of clients differ from the server's, and from each other, by as much as an hour. */
    NO_WALL_CLOCK(
            "\\b[A-Z]\\w*\\s*\\.\\s*now\\s*\\(|\\bcurrentTimeMillis\\b|\\bClock\\s*\\.\\s*(?:system|tick)\\w*",
            "the queue goes by the server's clock, and by System.nanoTime for what takes time"),

    /** A test that never runs tells nothing. */
    NO_DISABLED_TEST("@(?:org\\.junit\\.jupiter\\.api\\.)?Disabled\\b", "a test is mended or removed, not disabled"),

    /** Words that say nothing of what the thing is. */
    NO_VAGUE_TYPE_NAME(
            "\\b(?:class|interface|record|enum)\\s+\\w*(?:Manager|Helper|Utils?)\\b|\\binterface\\s+I[A-Z][a-z]",
            "a type's name says what it is: no Manager, Helper, Util, and no I before an interface");

    private final Pattern pattern;
    private final String reason;

    CodeRule(String pattern, String reason) {
        this.pattern = Pattern.compile(pattern);
        this.reason = reason;
    }

    Pattern pattern() {
        return pattern;
    }

    String reason() {
        return reason;
    }
}

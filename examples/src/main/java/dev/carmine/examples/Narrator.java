package dev.carmine.examples;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the demonstration. */
final class Narrator {
    private static final int BAR = 40;

    private final PrintStream out;
    private final String bar;
    private int chapters;

    Narrator(PrintStream out) {
        this.out = out;
        this.bar = Charset.defaultCharset().newEncoder().canEncode('█') ? "█" : "#";
    }

    void title(String text) {
        out.println();
        out.println(text);
        out.println("=".repeat(text.length()));
    }

    void chapter(String text) {
        chapters++;
        out.println();
        out.println(chapters + ". " + text);
    }

    void says(String text) {
        out.println(text);
    }

    void shows(String code, @Nullable Object result) {
        out.println("     " + code);
        out.println("       → " + result);
    }

    /** Prints a number as a bar. */
    void measured(String what, double perSecond, double longest) {
        int length = (int) Math.max(1, Math.round(BAR * perSecond / longest));
        out.println(String.format(Locale.ROOT, "     %-34s %,11.0f/s  %s", what, perSecond, bar.repeat(length)));
    }
}

package dev.carmine.client;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a script's keys and arguments, in the order of their numbers.
 *
 * @param keys {@code KEYS[1]} first
 * @param args {@code ARGV[1]} first
 */
record ScriptNames(List<String> keys, List<String> args) {
    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z0-9_])_:([A-Za-z0-9_]+)");

    /** A script's text with numbers in the places of the names, each of which must occur. */
    String numberedIn(String text) {
        Set<String> unused = new TreeSet<>(keys);
        for (String arg : args) {
            if (!unused.add(arg)) {
                throw new IllegalArgumentException("'" + arg + "' is both a key and an argument of the script");
            }
        }
        Matcher matcher = NAME.matcher(text);
        StringBuilder numbered = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            unused.remove(name);
            matcher.appendReplacement(numbered, numberOf(name));
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("the script does not mention " + unused + ": write _:"
                    + unused.iterator().next() + " where it is to stand, or leave it out");
        }
        return matcher.appendTail(numbered).toString();
    }

    private String numberOf(String name) {
        int key = keys.indexOf(name);
        int arg = args.indexOf(name);
        if (key < 0 && arg < 0) {
            throw new IllegalArgumentException("the script mentions _:" + name + ", which is neither among the keys "
                    + keys + " nor the arguments " + args);
        }
        return key >= 0 ? "KEYS[" + (key + 1) + "]" : "ARGV[" + (arg + 1) + "]";
    }
}

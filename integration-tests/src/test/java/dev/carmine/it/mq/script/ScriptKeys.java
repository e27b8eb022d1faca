package dev.carmine.it.mq.script;

import dev.carmine.client.Carmine;
import dev.carmine.client.MonitoredCommand;
import dev.carmine.client.command.Introspection;
import dev.carmine.it.client.Recorded;
import dev.carmine.mq.internal.QueueScript;
import dev.carmine.mq.internal.QueueScripts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which keys scripts touch, as {@code MONITOR} shows it: each line of a script is followed by those of the commands that
 * it calls. A cluster of one node does not notice a key that was not declared, and larger ones only if they are asked to.
 *
 * @param scripts the SHA-1 digests of the scripts that were called
 * @param undeclared calls by scripts whose keys they were not given, results of the same queues excepted
 * @param scattered keys of scripts that were given some of several slots
 */
public record ScriptKeys(Set<String> scripts, List<String> undeclared, Set<String> scattered) {
    private static final Set<String> WITHOUT_KEYS = Set.of("TIME", "PUBLISH");

    /**
     * Watches what is done, by whomever.
     *
     * @param redis the client
     * @param action calls scripts of queues with a clock to set, or others that the server knows
     * @return what they have touched
     */
    public static ScriptKeys watch(Carmine redis, Runnable action) {
        for (QueueScript script : QueueScript.values()) { // so that each call is by its digest
            redis.scriptLoad(
                    QueueScripts.by(QueueScripts.Clock.FIELD).get(script).text());
        }
        return of(redis, Recorded.during(redis, action));
    }

    private static ScriptKeys of(Carmine redis, List<MonitoredCommand> commands) {
        ScriptKeys found = new ScriptKeys(new HashSet<>(), new ArrayList<>(), new LinkedHashSet<>());
        List<String> declared = List.of();
        List<List<String>> calls = new ArrayList<>();
        List<List<String>> given = new ArrayList<>();
        for (MonitoredCommand command : commands) {
            List<String> words = command.words();
            String name = words.get(0).toUpperCase(Locale.ROOT);
            if (name.equals("EVALSHA")) {
                declared = words.subList(3, 3 + Integer.parseInt(words.get(2)));
                found.scripts.add(words.get(1));
                found.note(declared);
            } else if (command.client().equals("lua") && !WITHOUT_KEYS.contains(name)) {
                calls.add(words);
                given.add(declared);
            }
        }
        List<List<String>> touched = redis.pipeline(calls.stream()
                .map(words -> Introspection.commandGetkeys(words.toArray(new String[0])))
                .toList());
        for (int i = 0; i < calls.size(); i++) {
            if (!areDeclared(touched.get(i), given.get(i))) {
                found.undeclared.add(calls.get(i) + " after a script was given " + given.get(i));
            }
        }
        return found;
    }

    private void note(List<String> keys) {
        if (keys.stream().map(ScriptKeys::tagOf).distinct().count() != 1) {
            scattered.addAll(keys);
        }
    }

    private static String tagOf(String key) {
        return key.substring(0, key.indexOf('}') + 1);
    }

    private static boolean areDeclared(List<String> keys, List<String> declared) {
        Set<String> results = declared.stream()
                .filter(key -> key.endsWith(":b"))
                .map(bodies -> bodies.replaceFirst("b$", "res:"))
                .collect(Collectors.toSet());
        return keys.stream()
                .allMatch(key -> declared.contains(key) || results.stream().anyMatch(key::startsWith));
    }
}

package dev.carmine.it.command;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.EncodedCommand;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commands that have no factory on purpose. */
final class LeftOut {
    private static final Map<String, String> REASONS = new TreeMap<>();

    static {
        because(
                "replaced by GEOSEARCH and GEOSEARCHSTORE in 6.2",
                "GEORADIUS",
                "GEORADIUS_RO",
                "GEORADIUSBYMEMBER",
                "GEORADIUSBYMEMBER_RO");
        because(
                "replaced by the options of ZRANGE in 6.2",
                "ZRANGEBYLEX",
                "ZRANGEBYSCORE",
                "ZREVRANGE",
                "ZREVRANGEBYLEX",
                "ZREVRANGEBYSCORE");
        because("replaced by HSET with several fields in 4.0", "HMSET");
        because("replaced by LCS in 7.0", "STRALGO");
        because("the name of GETRANGE before 2.4", "SUBSTR");
        because("the name of REPLICAOF before 5.0", "SLAVEOF");
        because("the name of CLUSTER REPLICAS before 5.0", "CLUSTER SLAVES");
        because("what servers say to each other when a key is moved", "RESTORE-ASKING");
        because(
                "for those who work on the server itself: it looks inside, or stops it",
                "DEBUG",
                "PFDEBUG",
                "PFSELFTEST");
        because("for people at redis-cli: it lists the subcommands", "* HELP");
        because("no commands, but words of HTTP: the server hangs up on browsers that were led to it", "HOST:", "POST");
    }

    private LeftOut() {}

    private static void because(String reason, String... commands) {
        for (String command : commands) {
            REASONS.put(command, reason);
        }
    }

    /** All names there is a reason for. */
    static Set<String> names() {
        return REASONS.keySet();
    }

    /** Why a command has no factory; null if it should have one. */
    static @Nullable String reasonFor(String command) {
        String reason = REASONS.get(command.endsWith(" HELP") ? "* HELP" : command);
        return reason != null ? reason : advice(command);
    }

    /** What the client answers to those who send a command that others on the same connection would feel. */
    private static @Nullable String advice(String command) {
        String[] words = command.split(" ", 2);
        Command<?> named =
                words.length == 1 ? Command.of(command) : Command.of(words[0]).arg(words[1]);
        return EncodedCommand.of(named).refusal();
    }
}

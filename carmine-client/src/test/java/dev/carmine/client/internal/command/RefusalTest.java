package dev.carmine.client.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Command;
import dev.carmine.client.GenericCommand;
import dev.carmine.client.command.Connections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    static Set<String> names() {
        return ConnectionState.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesInAnyCaseAndHoweverTheWordsAreGiven(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        int blank = small.indexOf(' ');
        Command<?> inParts = blank < 0
                ? Command.of(small).arg("x")
                : Command.of(small.substring(0, blank))
                        .arg(small.substring(blank + 1))
                        .arg("x");

        assertThat(refusal(Command.of(name).arg("x"))).startsWith(name + " ");
        assertThat(refusal(Command.of(small).arg("x"))).startsWith(name + " ");
        assertThat(refusal(inParts)).startsWith(name + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT",
                "HELLO",
                "AUTH",
                "RESET",
                "QUIT",
                "MULTI",
                "EXEC",
                "DISCARD",
                "WATCH",
                "UNWATCH",
                "SUBSCRIBE",
                "PSUBSCRIBE",
                "SSUBSCRIBE",
                "UNSUBSCRIBE",
                "PUNSUBSCRIBE",
                "SUNSUBSCRIBE",
                "MONITOR",
                "CLIENT REPLY",
                "CLIENT TRACKING",
                "CLIENT CACHING",
                "CLIENT NO-EVICT",
                "CLIENT NO-TOUCH",
                "CLIENT SETNAME",
                "READONLY",
                "READWRITE",
                "ASKING"
            })
    void refusesWhatChangesTheConnection(String name) {
        assertThat(names()).contains(name);
    }

    @Test
    void refusesHelloIfItChangesSomething() {
        assertThat(refusal(Connections.hello())).isNull();
        assertThat(refusal(Command.of("hello"))).isNull();
        assertThat(refusal(Command.of("HELLO").arg(3))).startsWith("HELLO changes the protocol");
        GenericCommand ofTenWords = Command.of("HELLO").args(3, "AUTH", "u", "p", "SETNAME", "n", 7, 8, 9);
        assertThat(refusal(ofTenWords)).startsWith("HELLO changes the protocol");
        assertThat(refusal(Command.of("RESET"))).startsWith("RESET ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUIT",
                "MULTI",
                "EXEC",
                "DISCARD",
                "WATCH",
                "UNWATCH",
                "SUBSCRIBE",
                "PSUBSCRIBE",
                "SSUBSCRIBE",
                "UNSUBSCRIBE",
                "PUNSUBSCRIBE",
                "SUNSUBSCRIBE",
                "MONITOR",
                "SYNC",
                "PSYNC",
                "REPLCONF",
                "CLIENT REPLY"
            })
    void refusesInSessionsTooWhatWouldOnlyBreakThem(String name) {
        EncodedCommand<?> command = EncodedCommand.of(Command.of(name).arg("x"));
        assertThat(command.refusalInSession()).isNotNull().isEqualTo(command.refusal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT",
                "AUTH",
                "HELLO",
                "RESET",
                "CLIENT TRACKING",
                "CLIENT NO-EVICT",
                "READONLY",
                "WAIT",
                "GET"
            })
    void acceptsInSessionsWhatTheyAreFor(String name) {
        assertThat(EncodedCommand.of(Command.of(name).arg("x")).refusalInSession())
                .isNull();
    }

    @Test
    void saysWhatToDoInstead() {
        assertThat(refusal(Command.of("select").arg(1)))
                .isEqualTo("SELECT changes the database: name the database in the URI, or use redis.session(...)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLIENT", "CLIENT ID", "CLIENT LIST", "GET", "PING", "SCRIPT LOAD", "PUBLISH"})
    void acceptsWhatLeavesTheConnectionAsItIs(String name) {
        assertThat(refusal(Command.of(name))).isNull();
    }

    @Test
    void doesNotTakeAnArgumentForAName() {
        assertThat(refusal(Command.of("ECHO").arg("SELECT"))).isNull();
        assertThat(refusal(Command.of("CLIENT GETNAME").arg("REPLY"))).isNull();
    }

    private static @Nullable String refusal(Command<?> command) {
        return EncodedCommand.of(command).refusal();
    }
}

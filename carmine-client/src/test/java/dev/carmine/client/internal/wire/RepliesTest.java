package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.client.Fate;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.internal.command.EncodedCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {
    private static final String BUSY_FOREVER = " is busy running a script. You can only call ";

    @Test
    void aValueIsReadAndFinished() {
        EncodedCommand<Integer> command =
                EncodedCommand.of(Command.of("GET").key("k").asText().map(String::length));
        Object read = Replies.read(command, Words.reply("$5\r\nhello\r\n"));

        assertThat(read).isEqualTo("hello");
        assertThat(Replies.finish(command, read)).isEqualTo(5);
    }

    @Test
    void aNilReplyIsNull() {
        EncodedCommand<@Nullable String> command =
                EncodedCommand.of(Command.of("GET").key("k").asText());

        assertThat(Replies.finish(command, Replies.read(command, Words.reply("_\r\n"))))
                .isNull();
    }

    @Test
    void theUsersFunctionDoesNotRunBeforeTheCallIsFinished() {
        EncodedCommand<?> command =
                EncodedCommand.of(Command.of("GET").key("k").asText().map(text -> {
                    throw new ArithmeticException("the user's");
                }));
        Object read = Replies.read(command, Words.reply("+a\r\n"));

        assertThatThrownBy(() -> Replies.finish(command, read))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the user's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-ERR no such thing\r\n", "!17\r\nERR no such thing\r\n"})
    void anErrorIsThrownWithTheCommandsName(String reply) {
        EncodedCommand<?> command = Words.command("config get", "x");
        Object read = Replies.read(command, Words.reply(reply));

        assertThatThrownBy(() -> Replies.finish(command, read))
                .isInstanceOf(CarmineServerException.class)
                .hasMessage("CONFIG GET: ERR no such thing");
    }

    /** As servers from 3.2 to 9.0 have said it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERR unknown command 'hexpire'",
                "ERR unknown command `hexpire`",
                "ERR unknown subcommand 'hexpire'. Try HELP.",
                "ERR Unknown subcommand or wrong number of arguments for 'hexpire'",
            })
    void anUnknownCommandIsThrownWithWhatItNeeds(String error) {
        assertThat(thrown("HEXPIRE", error, ServerVersion.redis("7.2.4")))
                .hasMessage("HEXPIRE needs Redis 7.4 or Valkey 9.0, this is Redis 7.2.4: " + error)
                .returns("ERR", CarmineServerException::code);
        assertThat(thrown("HEXPIRE", error, null)).hasMessage("HEXPIRE needs Redis 7.4 or Valkey 9.0: " + error);
    }

    @Test
    void anUnknownCommandIsThrownWithoutItsArguments() {
        String error = "ERR unknown command 'hexpire', with args beginning with: 'secret'";

        assertThat(thrown("HEXPIRE", error, ServerVersion.valkey("8.1.1")))
                .hasMessage(
                        "HEXPIRE needs Redis 7.4 or Valkey 9.0, this is Valkey 8.1.1: ERR unknown command 'hexpire'");
    }

    @Test
    void anUnknownCommandOfAModuleNeedsTheModule() {
        assertThat(thrown("JSON.GET", "ERR unknown command 'JSON.GET'", ServerVersion.redis("8.0.2")))
                .hasMessage(
                        "JSON.GET needs the module JSON 1.0 (usually there in Redis 8.0 and later), this is Redis 8.0.2:"
                                + " ERR unknown command 'JSON.GET'");
    }

    /** It was renamed, perhaps; or it is a script that has called one. */
    @ParameterizedTest
    @CsvSource({
        "HEXPIRE, ERR unknown command 'hexpire'",
        "NO.SUCH, ERR unknown command 'no.such'",
        "HEXPIRE, ERR value is not an integer or out of range",
        "EVAL,    ERR Unknown command called from script script: 5f3e",
    })
    void nothingIsSaidOfWhatTheServerCannotLack(String command, String error) {
        assertThat(thrown(command, error, ServerVersion.redis("7.4.0"))).hasMessage(command + ": " + error);
    }

    @Test
    void anErrorOfAScriptThatCallsAnUnknownCommandIsNotOfTheScriptsCommand() {
        assertThat(thrown("EVAL", "ERR Unknown command called from script script: 5f3e", null))
                .hasMessageStartingWith("EVAL: ERR Unknown command");
    }

    private static CarmineServerException thrown(String name, String error, @Nullable ServerVersion server) {
        EncodedCommand<?> command = Words.command(name, "secret");
        Failed failed = (Failed) Objects.requireNonNull(Replies.read(command, Words.reply("-" + error + "\r\n")));
        Failed explained = server == null ? failed : failed.saidBy(server);
        return catchThrowableOfType(CarmineServerException.class, () -> Replies.finish(command, explained));
    }

    @Test
    void aReplyOfAnotherKindIsThrownWithoutItsContent() {
        EncodedCommand<?> command =
                EncodedCommand.of(Command.of("INCR").key("k").asLong());
        Object read = Replies.read(command, Words.reply("$6\r\nsecret\r\n"));

        assertThatThrownBy(() -> Replies.finish(command, read))
                .isInstanceOf(CarmineProtocolException.class)
                .hasMessageStartingWith("INCR: the reply cannot be read: ")
                .hasMessageNotContaining("secret")
                .satisfies(
                        e -> assertThat(((CarmineProtocolException) e).offset()).isEqualTo(-1));
    }

    @ParameterizedTest
    @CsvSource({
        "LOADING Redis is loading the dataset in memory, true",
        "BUSY Redis is busy running a script., true",
        "TRYAGAIN Multiple keys request during rehashing of slot, true",
        "CLUSTERDOWN The cluster is down, true",
        "MASTERDOWN Link with MASTER is down, true",
        "BUSYKEY Target key name already exists., false",
        "BUSYGROUP Consumer Group name already exists, false",
        "READONLY You can't write against a read only replica., false",
        "ERR unknown command, false",
        "OOM command not allowed, false",
        "NOAUTH Authentication required., false"
    })
    void someErrorsPass(String error, boolean passes) {
        assertThat(isPassing(Words.command("SET", "k", "v"), error)).isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EVAL", "evalsha", "EVAL_RO", "EVALSHA_RO", "FCALL", "FCALL_RO", "EXEC"})
    void aScriptIsTriedAgainOnlyIfTheServerItselfSaysSo(String script) {
        EncodedCommand<?> command = Words.command(script, "x");

        for (String server : new String[] {"Redis", "Valkey"}) {
            assertThat(isPassing(command, "LOADING " + server + " is loading the dataset in memory"))
                    .isTrue();
            assertThat(isPassing(command, "BUSY " + server + BUSY_FOREVER + "SCRIPT KILL or SHUTDOWN NOSAVE."))
                    .isTrue();
            assertThat(isPassing(command, "BUSY " + server + BUSY_FOREVER + "FUNCTION KILL or SHUTDOWN NOSAVE."))
                    .isTrue();
        }
        assertThat(isPassing(command, "BUSY mine")).isFalse();
        assertThat(isPassing(command, "LOADING the truck")).isFalse();
        assertThat(isPassing(command, "TRYAGAIN later")).isFalse();
        assertThat(isPassing(command, "BUSY with BUSY Redis is busy running a script"))
                .isFalse();
    }

    @Test
    void onlyWhatTheServerSaysPasses() {
        Failed lost = new Failed(new Failure.Lost("here:1", "LOADING", null), Fate.NOT_SENT);

        assertThat(Replies.isPassing(Words.command("GET", "k"), lost)).isFalse();
    }

    private static boolean isPassing(EncodedCommand<?> command, String error) {
        Object read = Replies.read(command, Words.reply("-" + error + "\r\n"));
        return read instanceof Failed failed && Replies.isPassing(command, failed);
    }
}

package dev.carmine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.client.command.GetexArgs;
import dev.carmine.client.command.Strings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerVersionTest {

    @ParameterizedTest
    @CsvSource({
        "redis,  7.0.15,       Redis 7.0.15",
        "REDIS,  7.4,          Redis 7.4.0",
        "valkey, 8,            Valkey 8.0.0",
        "valkey, 9.0.0-rc1,    Valkey 9.0.0",
        "redis,  7.4.0-129,    Redis 7.4.0",
        "redis,  255.255.255,  Redis 255.255.255",
        "garnet, 1.0.2.3,      garnet 1.0.2",
    })
    void readsWhatServersSay(String name, String version, String expected) {
        assertThat(ServerVersion.of(name, version)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v7.0", "df-1.2", "1234567890"})
    void refusesWhatDoesNotBeginWithNumbers(String version) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerVersion.of("redis", version))
                .withMessage("a version begins with its numbers, as in 7.4 or 7.0.15, but this one is " + version);
    }

    @Test
    void refusesAServerWithoutAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerVersion.of(" ", "7.0"));
    }

    @Test
    void refusesNegativeNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerVersion("redis", 7, -1, 0))
                .withMessage("the numbers of a version must not be negative: 7.-1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "redis,  7.0.15, redis,  7.0.15, true",
        "redis,  7.0.15, redis,  7.0,    true",
        "redis,  7.0.15, redis,  7.0.16, false",
        "redis,  7.0.15, redis,  6.2.99, true",
        "redis,  7.0.15, redis,  7.2,    false",
        "redis,  8.10.0, redis,  8.9,    true",
        "valkey, 8.1.1,  valkey, 8.1,    true",
        "valkey, 8.1.1,  valkey, 9.0,    false",
        "garnet, 1.0,    garnet, 1.0,    true",
    })
    void goesByTheNumbersOfOneServer(String name, String version, String other, String least, boolean expected) {
        assertThat(ServerVersion.of(name, version).isAtLeast(ServerVersion.of(other, least)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "valkey, 7.2.5, redis,  7.2.4, true",
        "valkey, 9.0.0, redis,  6.2,   true",
        "valkey, 9.0.0, redis,  7.2.5, false",
        "valkey, 9.0.0, redis,  7.4,   false",
        "redis,  8.0.0, valkey, 7.2,   false",
        "garnet, 9.0.0, redis,  6.0,   false",
    })
    void knowsThatValkeyHasGrownOutOfRedis(String name, String version, String other, String least, boolean expected) {
        assertThat(ServerVersion.of(name, version).isAtLeast(ServerVersion.of(other, least)))
                .isEqualTo(expected);
    }

    @Test
    void tellsItsName() {
        assertThat(ServerVersion.redis("7.4").isRedis()).isTrue();
        assertThat(ServerVersion.redis("7.4").isValkey()).isFalse();
        assertThat(ServerVersion.valkey("7.4").isRedis()).isFalse();
        assertThat(ServerVersion.valkey("7.4").isValkey()).isTrue();
    }

    @Test
    void isEqualToTheSameVersionHoweverItIsWritten() {
        assertThat(ServerVersion.of("VALKEY", "8.1")).isEqualTo(new ServerVersion("valkey", 8, 1, 0));
    }

    @Test
    void supportsWhatItsVersionHas() {
        ServerVersion old = ServerVersion.redis("6.2.14");

        assertThat(old.supports(Strings.getex("k", GetexArgs.persist()))).isTrue();
        assertThat(old.lacks(Strings.getex("k", GetexArgs.persist()))).isFalse();
        assertThat(old.supports(Command.of("expiretime"))).isFalse();
        assertThat(old.lacks(Command.of("expiretime"))).isTrue();
        assertThat(ServerVersion.valkey("7.2.5").supports(Command.of("expiretime")))
                .isTrue();
        assertThat(ServerVersion.valkey("8.1").lacks(Command.of("hexpire"))).isTrue();
        assertThat(ServerVersion.valkey("9.0").supports(Command.of("hexpire"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON.GET", "NO.SUCH.COMMAND"})
    void doesNotGuessWhatIsNotAQuestionOfVersions(String command) {
        ServerVersion server = ServerVersion.redis("8.0");

        assertThat(server.supports(Command.of(command))).isFalse();
        assertThat(server.lacks(Command.of(command))).isFalse();
    }
}

package dev.carmine.client.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Command;
import dev.carmine.client.Frames;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.internal.command.EncodedCommand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionDecodersTest {
    private static final Command<@Nullable ServerVersion> HELLO =
            EncodedCommand.of(Command.of("HELLO")).readBy(VersionDecoders.OF_HELLO);
    private static final Command<@Nullable ServerVersion> INFO =
            EncodedCommand.of(Command.of("INFO")).readBy(VersionDecoders.OF_INFO);

    @Test
    void readsHelloOfRedis() {
        assertThat(Frames.reply(HELLO, "%3|$6|server|$5|redis|$7|version|$6|7.0.15|$5|proto|:3|"))
                .isEqualTo(ServerVersion.redis("7.0.15"));
    }

    @Test
    void readsHelloOfValkey() {
        assertThat(Frames.reply(HELLO, "%2|$6|server|$6|valkey|$7|version|$5|8.1.1|"))
                .isEqualTo(ServerVersion.valkey("8.1.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%0|",
                "%1|+server|+redis|",
                "%1|+version|+7.0|",
                "%2|+server|+redis|+version|+unknown|",
                "%2|+server|+redis|+version|:7|",
                "*0|",
                "_|",
                "+OK|"
            })
    void doesNotUnderstandEveryHello(String reply) {
        assertThat(Frames.reply(HELLO, reply)).isNull();
    }

    @Test
    void readsInfoOfRedis() {
        assertThat(Frames.reply(INFO, "$50|# Server|redis_version:6.2.14|redis_mode:cluster|"))
                .isEqualTo(ServerVersion.redis("6.2.14"));
    }

    @Test
    void readsTheVersionOfValkeyAndNotThatOfTheRedisItIsLike() {
        assertThat(Frames.reply(INFO, "=51|txt:redis_version:7.2.4|valkey_version:8.1.1|a:bc|"))
                .isEqualTo(ServerVersion.valkey("8.1.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$0||", "$8|# Server|", "$17|redis_version:dev|"})
    void doesNotUnderstandEveryInfo(String reply) {
        assertThat(Frames.reply(INFO, reply)).isNull();
    }
}

package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.client.Frames;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientConnectionTest {

    @Test
    void aLineIsReadFieldByField() {
        ClientConnection connection = Frames.reply(
                Connections.clientInfo(),
                "+id=7 addr=127.0.0.1:5 laddr=127.0.0.1:6379 fd=8 name=worker age=9 idle=1 flags=N db=3 cmd=get"
                        + " user=ann resp=3 lib-name=x lib-ver=1.2 tot-net-in=26 io2_thread=1|");
        assertThat(connection)
                .isEqualTo(new ClientConnection(
                        7,
                        "127.0.0.1:5",
                        "127.0.0.1:6379",
                        "worker",
                        Duration.ofSeconds(9),
                        Duration.ofSeconds(1),
                        "N",
                        3,
                        "get",
                        "ann",
                        3,
                        "x",
                        "1.2",
                        Map.of("fd", "8", "tot-net-in", "26", "io2_thread", "1")));
    }

    @Test
    void whatIsNotSaidIsNullAndAPathMayHaveBlanks() {
        ClientConnection connection = Frames.reply(
                Connections.clientInfo(),
                "+id=7 addr=/tmp/my folder/redis.sock:0 name= age=0 idle=0 flags=U db=0 cmd=NULL lib-name= lib-ver=|");
        assertThat(connection.addr()).isEqualTo("/tmp/my folder/redis.sock:0");
        assertThat(connection.laddr()).isNull();
        assertThat(connection.name()).isNull();
        assertThat(connection.cmd()).isNull();
        assertThat(connection.user()).isNull();
        assertThat(connection.resp()).isNull();
        assertThat(connection.libName()).isNull();
        assertThat(connection.libVer()).isNull();
        assertThat(connection.others()).isEmpty();
    }

    @Test
    void argumentsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(ClientListArgs::ids);
        assertThatIllegalArgumentException().isThrownBy(() -> ClientKillArgs.olderThan(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> ClientKillArgs.olderThan(Duration.ofMillis(1500)));
        assertThat(ClientKillArgs.olderThan(Duration.ofMinutes(1)).words()).containsExactly("MAXAGE", 60L);
    }

    @Test
    void trackingIsToldOnceForEachPrefix() {
        assertThat(ClientTrackingArgs.broadcast("a", "b").redirectTo(7).noLoop().words())
                .containsExactly("ON", "BCAST", "PREFIX", "a", "PREFIX", "b", "REDIRECT", 7L, "NOLOOP");
        assertThat(ClientTrackingArgs.optOut().words()).containsExactly("ON", "OPTOUT");
    }
}

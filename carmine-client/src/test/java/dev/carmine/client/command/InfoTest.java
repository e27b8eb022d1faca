package dev.carmine.client.command;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Frames;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class InfoTest {
    private static final String TEXT = """
            # Server
            redis_version:7.2.4
            valkey_version:8.1.0
            uptime_in_seconds:61
            config_file:/etc/a:b.conf

            # Replication
            role:slave

            # Keyspace
            db0:keys=3,expires=1,avg_ttl=0
            """.replace("\n", "\r\n");

    private static Info info(String text) {
        return Frames.reply(Server.info(), "$" + text.length() + "\r\n" + text + "\r\n");
    }

    @Test
    void findsSectionsAndValues() {
        Info info = info(TEXT);
        assertThat(info.sections()).containsOnlyKeys("server", "replication", "keyspace");
        assertThat(info.section("Replication")).containsOnly(entry("role", "slave"));
        assertThat(info.section("cpu")).isEmpty();
        assertThat(info.value("config_file")).isEqualTo("/etc/a:b.conf");
        assertThat(info.value("none")).isNull();
        assertThat(info.parts("db0")).containsExactly(entry("keys", "3"), entry("expires", "1"), entry("avg_ttl", "0"));
        assertThat(info.parts("db1")).isEmpty();
    }

    @Test
    void answersQuestions() {
        Info info = info(TEXT);
        assertThat(info.version()).isEqualTo("8.1.0");
        assertThat(info.isReplica()).isTrue();
        assertThat(info.uptime()).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void saysWhichSectionHasTheAnswer() {
        assertThatThrownBy(info(TEXT)::usedMemory)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("INFO did not tell used_memory: ask for the section memory");
    }
}

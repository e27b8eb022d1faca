package dev.carmine.client.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.Frames;
import dev.carmine.client.command.ModuleInfo;
import dev.carmine.client.command.Modules;
import dev.carmine.client.command.Replication;
import dev.carmine.client.command.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In the frames, {@code |} stands for CRLF. */
class TopologyDecodersTest {

    @Test
    void readsEachRole() {
        assertThat(Frames.reply(Replication.role(), "*3|$6|master|:5|*1|*3|$1|h|$4|6379|$1|3|"))
                .isEqualTo(new Role.Master(5, List.of(new Role.Follower("h", 6379, 3))));
        assertThat(Frames.reply(Replication.role(), "*5|$5|slave|$1|h|:6379|$9|connected|:7|"))
                .isEqualTo(new Role.Replica("h", 6379, "connected", 7));
        assertThat(Frames.reply(Replication.role(), "*2|$8|sentinel|*2|$1|a|$1|b|"))
                .isEqualTo(new Role.Sentinel(List.of("a", "b")));
    }

    @Test
    void refusesWhatIsNoRole() {
        assertThatThrownBy(() -> Frames.reply(Replication.role(), "*1|$5|other|"))
                .isInstanceOf(CarmineProtocolException.class);
        assertThatThrownBy(() -> Frames.reply(Replication.role(), "*1|$6|master|"))
                .isInstanceOf(CarmineProtocolException.class);
    }

    @Test
    void readsModulesOfOldAndNewServers() {
        assertThat(Frames.reply(Modules.moduleList(), "*1|*4|$4|name|$1|m|$3|ver|:1|"))
                .containsExactly(new ModuleInfo("m", 1, null, List.of()));
        assertThat(Frames.reply(Modules.moduleList(), "*1|%4|$4|name|$1|m|$3|ver|:1|$4|path|$2|/m|$4|args|*1|$1|a|"))
                .containsExactly(new ModuleInfo("m", 1, "/m", List.of("a")));
    }
}

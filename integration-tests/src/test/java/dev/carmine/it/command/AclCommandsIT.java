package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.command.AclLogEntry;
import dev.carmine.client.command.AclRules;
import dev.carmine.client.command.AclUser;
import dev.carmine.client.command.SyncAcl;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import dev.carmine.it.wire.RawErrorException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EachFace
@RedisTest(isolated = true)
class AclCommandsIT extends CommandContract {
    /** The SHA-256 of {@code secret}. */
    private static final String HASH = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

    AclCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncAcl.class, face, resp, server);
    }

    @AfterEach
    void forget() {
        redis.aclDeluser("ann", "bob");
        redis.aclLogReset();
    }

    @Test
    void usersAreMadeReadAndDeleted() {
        AclRules rules = AclRules.reset()
                .on()
                .password("secret")
                .denyCategory("all")
                .allow("get")
                .keys("cache:*")
                .keys("shared:*")
                .resetChannels()
                .channels("news.*");
        assertThat(redis.aclSetuser("ann", rules)).isEqualTo("OK");
        AclUser ann = redis.aclGetuser("ann");
        assertThat(ann).isNotNull();
        if (ann != null) {
            assertThat(ann.flags()).contains("on").doesNotContain("nopass");
            assertThat(ann.passwords()).containsExactly(HASH);
            assertThat(ann.commands()).containsExactly("-@all", "+get");
            assertThat(ann.keys()).containsExactly("~cache:*", "~shared:*");
            assertThat(ann.channels()).containsExactly("&news.*");
            assertThat(ann.selectors()).isEmpty();
        }
        assertThat(redis.aclGetuser("nobody")).isNull();
        assertThat(redis.aclSetuser("bob", "on", "nopass")).isEqualTo("OK");
        assertThat(redis.aclSetuser("cyd")).isEqualTo("OK");
        assertThat(redis.aclUsers()).containsExactlyInAnyOrder("default", "ann", "bob", "cyd");
        assertThat(redis.aclList()).hasSize(4).allMatch(line -> line.startsWith("user "));
        assertThat(redis.aclDeluser("ann", "nobody")).isEqualTo(1);
        assertThat(redis.aclWhoami()).isEqualTo("default");
    }

    @Test
    void anEmptyUserMayDoNothing() {
        redis.aclSetuser("ann", AclRules.reset().resetChannels());
        AclUser ann = redis.aclGetuser("ann");
        assertThat(ann).isNotNull();
        if (ann != null) {
            assertThat(ann.flags()).contains("off");
            assertThat(ann.passwords()).isEmpty();
            assertThat(ann.commands()).containsExactly("-@all");
            assertThat(ann.keys()).isEmpty();
            assertThat(ann.channels()).isEmpty();
        }
    }

    @Test
    @SinceRedis("7.0")
    void usersHaveSelectorsAndAreTriedOut() {
        redis.aclSetuser(
                "ann",
                AclRules.reset()
                        .allow("get")
                        .readKeys("a:*")
                        .selector(AclRules.unchanged().allow("set").keys("b:*")));
        AclUser ann = redis.aclGetuser("ann");
        assertThat(ann).isNotNull();
        if (ann != null) {
            assertThat(ann.keys()).containsExactly("%R~a:*");
            assertThat(ann.selectors())
                    .containsExactly(new AclUser.Selector(List.of("-@all", "+set"), List.of("~b:*"), List.of()));
        }
        assertThat(redis.aclDryrun("ann", "GET", "a:1")).isEqualTo("OK");
        assertThat(redis.aclDryrun("ann", "SET", "a:1", 5)).contains("permission");
    }

    @Test
    void categoriesAreListedAndPasswordsMade() {
        assertThat(redis.aclCat()).contains("read", "dangerous");
        assertThat(redis.aclCat("read")).contains("get").doesNotContain("set");
        assertThat(redis.aclGenpass()).matches("[0-9a-f]{64}");
        assertThat(redis.aclGenpass(5)).matches("[0-9a-f]{2}");
    }

    @Test
    void refusalsAreKeptUntilTheyAreForgotten() {
        assertThat(redis.aclLogReset()).isEqualTo("OK");
        assertThat(redis.aclLog()).isEmpty();
        try (RawConnection other = server.connect()) {
            assertThatExceptionOfType(RawErrorException.class).isThrownBy(() -> other.call("AUTH", "eve", "guessed"));
        }
        AclLogEntry entry = redis.aclLog(1).get(0);
        assertThat(entry.count()).isEqualTo(1);
        assertThat(entry.reason()).isEqualTo("auth");
        assertThat(entry.context()).isEqualTo("toplevel");
        assertThat(entry.object()).isEqualToIgnoringCase("auth");
        assertThat(entry.username()).isEqualTo("eve");
        assertThat(entry.age()).isLessThan(Duration.ofMinutes(1));
        assertThat(entry.client().user()).isEqualTo("default");
    }

    @Test
    void withoutAFileOfUsersNoneIsReadOrWritten() {
        assertThatExceptionOfType(CarmineServerException.class)
                .isThrownBy(redis::aclLoad)
                .withMessageContaining("ACL file");
        assertThatExceptionOfType(CarmineServerException.class)
                .isThrownBy(redis::aclSave)
                .withMessageContaining("ACL file");
    }
}

package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.command.FailoverArgs;
import dev.carmine.client.command.Role;
import dev.carmine.client.command.SyncReplication;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@EachFace
@RedisTest(isolated = true)
class ReplicationCommandsIT extends CommandContract {
    private static final int NOBODY = 1;

    ReplicationCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncReplication.class, face, resp, server);
    }

    @Test
    void theServerFollowsAnotherAndNoneAgain() {
        assertThat(redis.role())
                .isInstanceOfSatisfying(
                        Role.Master.class,
                        master -> assertThat(master.replicas()).isEmpty());
        try {
            assertThat(redis.replicaof("127.0.0.1", NOBODY)).isEqualTo("OK");
            assertThat(redis.role()).isInstanceOfSatisfying(Role.Replica.class, replica -> {
                assertThat(replica.masterHost()).isEqualTo("127.0.0.1");
                assertThat(replica.masterPort()).isEqualTo(NOBODY);
                assertThat(replica.state()).isIn(List.of("connect", "connecting"));
                assertThat(replica.offset()).isGreaterThanOrEqualTo(-1);
            });
        } finally {
            assertThat(redis.replicaofNoOne()).isEqualTo("OK");
        }
        assertThat(redis.role()).isInstanceOf(Role.Master.class);
    }

    @Test
    void aMasterWithoutReplicasCannotHandOver() {
        assertThatThrownBy(() -> redis.failover())
                .isInstanceOf(CarmineServerException.class)
                .hasMessageContaining("requires connected replicas");
        assertThatThrownBy(() ->
                        redis.failover(FailoverArgs.to("127.0.0.1", NOBODY).forcedAfter(Duration.ofSeconds(1))))
                .isInstanceOf(CarmineServerException.class)
                .hasMessageContaining("requires connected replicas");
        assertThatThrownBy(() -> redis.failoverAbort())
                .isInstanceOf(CarmineServerException.class)
                .hasMessageContaining("No failover in progress");
    }
}

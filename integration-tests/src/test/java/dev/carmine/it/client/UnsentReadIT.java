package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.client.command.Commands;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import org.junit.jupiter.api.Test;

/** A transaction in which a read was refused before it was sent. */
@RedisTest
class UnsentReadIT {
    @Test
    void aKeyThatWasNotReadAfterAllCanBeWatched(RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server)) {
            long left = redis.transaction(1, tx -> {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> tx.now().pipeline(Commands.mget("stock"), Command.of("MULTI")));
                tx.watch("stock");
                return tx.incr("stock");
            });
            assertThat(left).isOne();
        }
    }
}

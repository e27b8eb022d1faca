package dev.carmine.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Command;
import dev.carmine.client.Reply;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import java.util.List;

/**
 * Transactions that move something from one counter to another, over the shared connection or on one of their own.
 * Whatever happens to them, nothing appears or vanishes.
 */
final class Transfers implements AutoCloseable {
    private static final List<Command<?>> TRANSFER =
            List.of(Command.of("DECR").key("account:a"), Command.of("INCR").key("account:b"));

    private final Carmine redis;
    private final Callers callers;
    private volatile boolean stopped;

    Transfers(Carmine redis, int threads) {
        this.redis = redis;
        this.callers = Callers.start(ThreadKind.PLATFORM, threads, number -> {
            while (!stopped) {
                transfer(number % 2 == 0);
            }
        });
    }

    private void transfer(boolean shared) {
        try {
            if (shared) {
                redis.multi(TRANSFER);
            } else {
                redis.transaction(1, tx -> {
                    TRANSFER.forEach(tx::add);
                    return Reply.of(true);
                });
            }
        } catch (CarmineUnansweredException | CarminePipelineException | CarmineServerException e) {
            // Executed as a whole or not at all.
        }
    }

    /** Stops, and compares. */
    void stop(RedisServer server) {
        stopped = true;
        callers.awaitEnd();
        assertThat(balance(server, "account:a") + balance(server, "account:b")).isZero();
        assertThat(balance(server, "account:b")).isPositive();
    }

    private static long balance(RedisServer server, String account) {
        return Long.parseLong(String.valueOf(server.call("GET", account)));
    }

    @Override
    public void close() {
        stopped = true;
    }
}

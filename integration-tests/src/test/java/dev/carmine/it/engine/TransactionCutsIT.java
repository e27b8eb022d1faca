package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.incr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Protocol;
import dev.carmine.client.Reply;
import dev.carmine.it.fault.Cut;
import dev.carmine.it.fault.Direction;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.fault.ProxiedConnection;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection may end after any byte of a transaction: all of it is executed then, or nothing, and never twice. */
@BothProtocols
@RedisTest
@Tag("cuts")
class TransactionCutsIT {
    /** So that replies to INCR have the same length in every round. */
    private static final long FIRST_COUNT = 1_000_000;

    private final FaultProxy proxy;
    private final RawConnection raw;
    private final Carmine redis;
    private final IncrementTally tally = new IncrementTally(FIRST_COUNT);

    TransactionCutsIT(Protocol protocol, RedisServer server) {
        proxy = FaultProxy.to(server.address());
        raw = server.connect();
        raw.call("MSET", "a", Long.toString(FIRST_COUNT), "b", Long.toString(FIRST_COUNT));
        redis = Carmine.connect(TestOptions.to(proxy, protocol).build());
    }

    @AfterEach
    void close() {
        redis.close();
        proxy.close();
        raw.close();
    }

    @ParameterizedTest
    @CsvSource({"TO_SERVER, FIN", "TO_SERVER, RST", "TO_CLIENT, FIN", "TO_CLIENT, RST"})
    void onTheSharedConnection(Direction direction, Cut how) {
        survivesACutAfterEachByteOf(this::multi, direction, how);
    }

    @ParameterizedTest
    @CsvSource({"TO_SERVER, FIN", "TO_SERVER, RST", "TO_CLIENT, FIN", "TO_CLIENT, RST"})
    void onAConnectionOfItsOwn(Direction direction, Cut how) {
        survivesACutAfterEachByteOf(this::transaction, direction, how);
    }

    private void survivesACutAfterEachByteOf(Supplier<Long> incrementBoth, Direction direction, Cut how) {
        tally.note(incrementBoth);
        long before = proxy.bytes(direction);
        tally.note(incrementBoth);
        long length = proxy.bytes(direction) - before;
        assertThat(length).as("bytes of the transaction").isGreaterThan(20);
        long connections = proxy.connections();
        for (long bytes = 0; bytes < length; bytes++) {
            latestConnection().cutAfter(direction, bytes, how);
            tally.note(incrementBoth);
            tally.note(incrementBoth);
            assertBothAreCounted();
        }
        assertThat(proxy.connections()).as("every cut was made").isGreaterThanOrEqualTo(connections + length);
    }

    private long multi() {
        return redis.multi(List.of(incr("a"), incr("b"))).get(1);
    }

    private long transaction() {
        return redis.transaction(1, tx -> {
            tx.watch("a", "b");
            assertThat(tx.now().mget("a", "b")).doesNotContainNull();
            Reply<Long> unused = tx.incr("a");
            return tx.incr("b");
        });
    }

    /** What was sent before the cut may be executed after it. */
    private void assertBothAreCounted() {
        long count = redis.multi(List.of(incr("a"), incr("b"))).get(0);
        tally.note(() -> count);
        String counted = raw.text("GET", "a");
        assertThat(raw.text("GET", "b")).isEqualTo(counted);
        tally.assertTrue(Long.parseLong(counted));
    }

    private ProxiedConnection latestConnection() {
        return proxy.connection((int) proxy.connections());
    }
}

package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.get;
import static dev.carmine.client.command.Strings.incr;
import static dev.carmine.client.command.Strings.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.Pipeline;
import dev.carmine.client.Protocol;
import dev.carmine.client.Reply;
import dev.carmine.it.fault.Cut;
import dev.carmine.it.fault.Direction;
import dev.carmine.it.fault.FaultProxy;
import dev.carmine.it.fault.ProxiedConnection;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Seed;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.wire.RawConnection;
import dev.carmine.it.wire.Transport;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection may end after any byte; whatever it was, the client goes on by itself and tells the truth. */
@BothProtocols
@RedisTest
@Tag("cuts")
class CutEverywhereIT {
    /** So that replies to INCR have the same length in every round. */
    private static final long FIRST_COUNT = 1_000_000;

    /**
     * How many bytes of a handshake there are from one cut to the next. That of TLS has a thousand, most of them in the
     * midst of records.
     */
    private static final int CUT_EVERY = Transport.ofTests() == Transport.TLS ? 7 : 1;

    private final FaultProxy proxy;
    private final RawConnection raw;
    private final Carmine redis;
    private final IncrementTally tally = new IncrementTally(FIRST_COUNT);

    /** What becomes of the next connections. */
    private volatile Consumer<ProxiedConnection> plan = connection -> {};

    CutEverywhereIT(Protocol protocol, RedisServer server) {
        proxy = FaultProxy.to(server.address());
        proxy.onConnection(connection -> plan.accept(connection));
        raw = server.connect();
        raw.call("SET", "c", Long.toString(FIRST_COUNT));
        raw.call("SET", "k", Keyed.valueOf("k"));
        raw.call("DEL", "h", "p");
        raw.call("HSET", "h", "f", Keyed.valueOf("h"));
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
    void survivesACutAfterEachByteOfAConversation(Direction direction, Cut how) {
        long length = length(direction, this::converse);
        assertThat(length).as("bytes of the conversation").isGreaterThan(50);
        long before = proxy.connections();
        for (long bytes = 0; bytes < length; bytes++) {
            currentConnection().cutAfter(direction, bytes, how);
            converse();
            assertRecovered();
        }
        assertThat(proxy.connections()).as("every cut was made").isGreaterThanOrEqualTo(before + length);
    }

    @ParameterizedTest
    @CsvSource({"TO_SERVER, FIN", "TO_SERVER, RST", "TO_CLIENT, FIN", "TO_CLIENT, RST"})
    void survivesACutAfterEachByteOfTheHandshake(Direction direction, Cut how) {
        long length = length(direction, this::reconnect);
        assertThat(length).as("bytes of the handshake").isGreaterThan(10);
        for (long bytes = firstCutInHandshake(); bytes < length; bytes += CUT_EVERY) {
            long before = proxy.connections();
            cutNextConnectionAfter(bytes, direction, how);
            currentConnection().cut(Cut.FIN);
            tally.note(() -> redis.incr("c"));
            assertRecovered();
            while (proxy.connections() < before + 2) {
                // Handshakes of TLS differ in length; a cut that was to come within this one then comes after it.
                Keyed.assertGets(redis, "k");
            }
        }
    }

    /** So that in the course of time every byte has its turn. */
    private static long firstCutInHandshake() {
        return CUT_EVERY == 1 ? 0 : Seed.random("CutEverywhereIT").nextInt(CUT_EVERY);
    }

    /** Says something of every kind; what only reads must succeed whatever happens to the connection. */
    private void converse() {
        boolean done;
        try {
            done = redis.set("k", Keyed.valueOf("k"));
        } catch (CarmineConnectionException e) {
            done = true;
        }
        assertThat(done).isTrue();
        Keyed.assertGets(redis, "k");
        tally.note(() -> redis.incr("c"));
        conversePipelined();
        assertThat(redis.hgetall("h")).containsExactly(Map.entry("f", Keyed.valueOf("h")));
    }

    private void conversePipelined() {
        Pipeline pipeline = redis.pipeline();
        Reply<Boolean> written = pipeline.add(set("p", Keyed.valueOf("p")));
        Reply<Long> counted = pipeline.add(incr("c"));
        Reply<String> read = pipeline.add(get("p").map(String::valueOf));
        try {
            pipeline.flush();
        } catch (CarmineConnectionException e) {
            // Not one of the commands was answered; the replies say the same.
        }
        boolean before = succeeds(written);
        tally.note(counted::get);
        if (succeeds(read)) {
            assertThat(before).as("replies of a pipeline come in order").isTrue();
            assertThat(read.get()).isEqualTo(Keyed.valueOf("p"));
        }
    }

    private static boolean succeeds(Reply<?> reply) {
        try {
            return reply.get() != null;
        } catch (CarmineConnectionException e) {
            return false;
        }
    }

    private void assertRecovered() {
        Keyed.assertGets(redis, "k");
        tally.assertTrue(Long.parseLong(raw.text("GET", "c")));
    }

    private void reconnect() {
        currentConnection().cut(Cut.FIN);
        Keyed.assertGets(redis, "k");
    }

    private void cutNextConnectionAfter(long bytes, Direction direction, Cut how) {
        plan = connection -> {
            plan = next -> {};
            connection.cutAfter(direction, bytes, how);
        };
    }

    /** The client has one connection, the latest. */
    private ProxiedConnection currentConnection() {
        return proxy.connection((int) proxy.connections());
    }

    private long length(Direction direction, Runnable conversation) {
        long before = proxy.bytes(direction);
        conversation.run();
        return proxy.bytes(direction) - before;
    }
}

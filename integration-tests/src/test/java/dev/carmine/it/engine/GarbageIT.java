package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.get;
import static dev.carmine.client.command.Strings.incr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConnectionException;
import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.ClientOptions;
import dev.carmine.client.ConnectionEvent.Disconnected;
import dev.carmine.client.Fate;
import dev.carmine.client.Protocol;
import dev.carmine.it.fake.Answer;
import dev.carmine.it.fake.FakeServer;
import dev.carmine.it.junit.BothProtocols;
import dev.carmine.it.wire.RespBytes;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server that speaks garbage: nobody can tell where the next reply begins, so the connection is closed, and no reply
 * of it reaches anybody.
 */
@BothProtocols
class GarbageIT {
    private static final System.Logger LOG = System.getLogger(GarbageIT.class.getName());

    private final FakeServer server = FakeServer.start().on("GET", Keyed.get());
    private final Events events = new Events();
    private final ClientOptions options;

    /** The first command of the handshake. */
    private final String greeting;

    GarbageIT(Protocol protocol) {
        options = TestOptions.to(server, protocol).listener(events).build();
        greeting = protocol == Protocol.RESP3 ? "HELLO" : "CLIENT";
    }

    @AfterEach
    void close() {
        server.close();
        server.verify();
    }

    @ParameterizedTest
    @EnumSource
    void insteadOfAReplyItEndsTheConnectionAndTheFateIsUnknown(Garbage garbage) {
        server.on("INCR", Answer.reply(garbage.bytes()));
        try (Carmine redis = Carmine.connect(options)) {
            CarmineConnectionException e =
                    CallStyle.PLATFORM_THREAD.start(redis, incr("c")).failure(CarmineConnectionException.class);
            assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
            assertThat(e).hasCauseInstanceOf(CarmineProtocolException.class);
            assertGoesOn(redis);
        }
    }

    @ParameterizedTest
    @EnumSource
    void insteadOfTheReplyToAReadItIsRepeatedElsewhere(Garbage garbage) {
        server.next("GET", 1, Answer.reply(garbage.bytes()));
        try (Carmine redis = Carmine.connect(options)) {
            Keyed.assertGets(redis, "k");
            assertGoesOn(redis);
        }
    }

    @ParameterizedTest
    @EnumSource
    void unaskedItEndsTheConnectionBeforeAnybodyUsesIt(Garbage garbage) {
        try (Carmine redis = Carmine.connect(options)) {
            sendUntilHungUp(garbage.bytes());
            assertThat(events.await(Disconnected.class).cause()).isInstanceOf(CarmineProtocolException.class);
            assertGoesOn(redis);
        }
    }

    /** The client may hang up at the first bytes of much, while the rest is being sent. */
    private void sendUntilHungUp(byte[] bytes) {
        try {
            server.connection(1).send(bytes);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the client has hung up before all was sent", e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void inTheFirstHandshakeItFailsConnecting(Garbage garbage) {
        server.next(greeting, 1, Answer.reply(garbage.bytes()));
        assertThatThrownBy(() -> Carmine.connect(options))
                .isInstanceOfSatisfying(
                        CarmineConnectionException.class,
                        e -> assertThat(e.fate()).isEqualTo(Fate.NOT_SENT))
                .hasCauseInstanceOf(CarmineProtocolException.class);
    }

    @ParameterizedTest
    @EnumSource
    void inALaterHandshakeTheClientTriesAgain(Garbage garbage) throws IOException {
        try (Carmine redis = Carmine.connect(options)) {
            server.next(greeting, 1, Answer.reply(garbage.bytes()));
            server.connection(1).close();
            Keyed.assertGets(redis, "k");
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileACallerLeadsItEndsTheConnectionAndTheFateIsUnknown(Garbage garbage) {
        Gate gate = new Gate();
        server.on("INCR", gate.before(Answer.reply(garbage.bytes())));
        try (Carmine redis = Carmine.connect(options)) {
            Pending<Long> leader = LeadingCaller.start(redis, incr("c"), server, gate);
            gate.open();
            CarmineConnectionException e = leader.failure(CarmineConnectionException.class);
            assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
            assertThat(e).hasCauseInstanceOf(CarmineProtocolException.class);
            Keyed.assertGets(redis, "k");
        }
    }

    @Test
    void afterAReplyItDoesNotTakeThatReplyAway() {
        server.on("INCR", Answer.reply(RespBytes.concat(RespBytes.integer(1), Garbage.UNKNOWN_TYPE.bytes())));
        try (Carmine redis = Carmine.connect(options)) {
            assertThat(redis.incr("c")).isEqualTo(1);
            assertThat(events.await(Disconnected.class).cause()).isInstanceOf(CarmineProtocolException.class);
            assertGoesOn(redis);
        }
    }

    @Test
    void aReplyThatNobodyAskedForEndsTheConnection() {
        server.on("INCR", Answer.reply(RespBytes.concat(RespBytes.integer(1), RespBytes.integer(2))));
        try (Carmine redis = Carmine.connect(options)) {
            assertThat(redis.incr("c")).isEqualTo(1);
            assertThat(events.await(Disconnected.class).cause())
                    .isInstanceOf(CarmineProtocolException.class)
                    .hasMessageContaining("was not sent");
            assertGoesOn(redis);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatNobodyAskedForOnAnIdleConnectionReachesNobody(CallStyle style) throws IOException {
        try (Carmine redis = Carmine.connect(options)) {
            server.connection(1).send(Keyed.reply("nobody"));
            events.await(Disconnected.class);
            assertThat(style.start(redis, get("k")).value()).isEqualTo(Keyed.valueOf("k"));
        }
    }

    /** The two versions differ in form only: what is unambiguous is understood. */
    @Test
    void aReplyInTheFormOfTheOtherVersionIsReadAsWhatItMeans() {
        server.on("MGET", Answer.reply(RespBytes.raw("~2\r\n$1\r\na\r\n_\r\n")));
        server.on("HGETALL", Answer.reply(RespBytes.raw("%1\r\n+f\r\n+v\r\n")));
        server.on("GET", Answer.reply(RespBytes.raw("$-1\r\n")));
        try (Carmine redis = Carmine.connect(options)) {
            assertThat(redis.mget("a", "b")).containsExactly("a", null);
            assertThat(redis.hgetall("h")).containsOnlyKeys("f").containsValue("v");
            assertThat(redis.get("missing")).isNull();
        }
    }

    private void assertGoesOn(Carmine redis) {
        Keyed.assertGets(redis, "next");
        Keyed.assertGets(redis, "and the next");
        assertThat(server.connections()).isEqualTo(2);
    }
}

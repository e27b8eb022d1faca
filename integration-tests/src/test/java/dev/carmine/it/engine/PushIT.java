package dev.carmine.it.engine;

import static dev.carmine.client.command.Strings.get;
import static dev.carmine.it.wire.RespBytes.bulk;
import static dev.carmine.it.wire.RespBytes.concat;
import static dev.carmine.it.wire.RespBytes.push;
import static dev.carmine.it.wire.RespBytes.raw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.Protocol;
import dev.carmine.it.fake.Answer;
import dev.carmine.it.fake.FakeServer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pushes and attributes, which only RESP3 has, may come at any time and never take the place of a reply. */
class PushIT {
    private static final byte[] PUSH = push(bulk("message"), bulk("channel"), bulk("text"));
    private static final byte[] INVALIDATION = push(bulk("invalidate"), raw("*1\r\n$3\r\nkey\r\n"));
    private static final byte[] ATTRIBUTE = raw("|1\r\n+key-popularity\r\n%1\r\n$1\r\na\r\n,0.1923\r\n");

    private final FakeServer server = FakeServer.start().on("GET", Keyed.get());
    private final Carmine redis =
            Carmine.connect(TestOptions.to(server, Protocol.RESP3).build());

    @AfterEach
    void close() {
        redis.close();
        server.close();
        server.verify();
    }

    @ParameterizedTest
    @EnumSource
    void pushesAroundAReplyDoNotTakeItsPlace(CallStyle style) {
        server.on("GET", Answer.computed(words -> concat(PUSH, Keyed.reply(words.get(1)), INVALIDATION, PUSH)));
        for (String key : List.of("one", "two", "three")) {
            assertThat(style.start(redis, get(key)).value()).isEqualTo(Keyed.valueOf(key));
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void attributesOfAReplyAreLeftOut(CallStyle style) {
        server.on("GET", Answer.computed(words -> concat(ATTRIBUTE, Keyed.reply(words.get(1)))));
        for (String key : List.of("one", "two", "three")) {
            assertThat(style.start(redis, get(key)).value()).isEqualTo(Keyed.valueOf(key));
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void pushesBetweenTheRepliesOfAPipelineDoNotTakeTheirPlaces() {
        server.on("GET", Answer.computed(words -> concat(Keyed.reply(words.get(1)), PUSH)));
        assertThat(redis.pipeline(get("one"), get("two"), get("three")))
                .containsExactly(Keyed.valueOf("one"), Keyed.valueOf("two"), Keyed.valueOf("three"));
    }

    @Test
    void attributesWithinAReplyAreLeftOut() {
        server.on(
                "MGET",
                Answer.reply(concat(
                        raw("*2\r\n"), ATTRIBUTE, Keyed.reply("one"), ATTRIBUTE, ATTRIBUTE, Keyed.reply("two"))));
        assertThat(redis.mget("one", "two")).containsExactly(Keyed.valueOf("one"), Keyed.valueOf("two"));
    }

    @Test
    void pushesOnAnIdleConnectionAreDropped() throws IOException {
        for (int i = 0; i < 100; i++) {
            server.connection(1).send(PUSH);
        }
        Keyed.assertGets(redis, "k");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void pushesThatArriveWhileACallerLeadsAreDropped() throws IOException {
        Gate gate = new Gate();
        server.on("GET", gate.before(Keyed.get()));
        Pending<String> leader = LeadingCaller.start(redis, get("leader"), server, gate);
        server.connection(1).send(concat(PUSH, INVALIDATION));
        gate.open();
        assertThat(leader.value()).isEqualTo(Keyed.valueOf("leader"));
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void theyMayArriveInTwoPiecesWhereverTheyAreSplit() {
        byte[] whole = answer("k");
        for (int split = 0; split <= whole.length; split++) {
            server.next("GET", 1, inPieces(whole, split));
            Keyed.assertGets(redis, "k");
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void theyMayArriveByteByByte() {
        byte[] whole = answer("k");
        Answer slowly = Answer.silence();
        for (byte one : whole) {
            slowly = slowly.then(Answer.reply(new byte[] {one}));
        }
        server.next("GET", 1, slowly);
        Keyed.assertGets(redis, "k");
        Keyed.assertGets(redis, "next");
    }

    private static byte[] answer(String key) {
        return concat(PUSH, ATTRIBUTE, Keyed.reply(key), INVALIDATION);
    }

    private static Answer inPieces(byte[] whole, int split) {
        return Answer.reply(Arrays.copyOf(whole, split))
                .then(Answer.reply(Arrays.copyOfRange(whole, split, whole.length)));
    }
}

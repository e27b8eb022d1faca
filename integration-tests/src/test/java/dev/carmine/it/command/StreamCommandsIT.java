package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.command.StreamEntry;
import dev.carmine.client.command.StreamFullConsumer;
import dev.carmine.client.command.StreamFullGroup;
import dev.carmine.client.command.StreamFullInfo;
import dev.carmine.client.command.StreamGroup;
import dev.carmine.client.command.StreamInfo;
import dev.carmine.client.command.SyncStreams;
import dev.carmine.client.command.XaddArgs;
import dev.carmine.client.command.XautoclaimResult;
import dev.carmine.client.command.XclaimArgs;
import dev.carmine.client.command.XgroupCreateArgs;
import dev.carmine.client.command.XpendingArgs;
import dev.carmine.client.command.XreadArgs;
import dev.carmine.client.command.XreadgroupArgs;
import dev.carmine.client.command.XtrimArgs;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EachFace
class StreamCommandsIT extends CommandContract {
    private static final StreamEntry<String> FIRST = new StreamEntry<>("1-1", Map.of("f", "a"));
    private static final StreamEntry<String> SECOND = new StreamEntry<>("2-1", Map.of("f", "b"));
    private static final StreamEntry<String> THIRD = new StreamEntry<>("3-1", Map.of("f", "c"));
    private static final Duration MOMENT = Duration.ofMillis(10);

    StreamCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncStreams.class, face, resp, server);
    }

    /** What is newer than Redis 8.0; recorded replies are in the tests of the client. */
    @Override
    Set<String> notHere() {
        return Set.of("xackdel", "xcfgset", "xdelex", "xnack", "xreadgroupClaim");
    }

    private void addThree(String key) {
        for (StreamEntry<String> entry : List.of(FIRST, SECOND, THIRD)) {
            redis.xadd(key, XaddArgs.id(entry.id()), entry.fields());
        }
    }

    /** A group that has given all three entries to the consumer c1. */
    private void deliverThree() {
        addThree("s");
        redis.xgroupCreate("s", "g", "0");
        assertThat(redis.xreadgroup("g", "c1", "s", ">")).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void entriesAreAddedAndDeleted() {
        String id = redis.xadd("s", Map.of("f", 1, "g", "x"));
        assertThat(redis.xlen("s")).isEqualTo(1);
        assertThat(redis.xrange("s", id, id)).containsExactly(new StreamEntry<>(id, Map.of("f", "1", "g", "x")));
        assertThat(redis.xadd("none", XaddArgs.generatedId().nomkstream(), Map.of("f", 1)))
                .isNull();
        assertThat(redis.xdel("s", id, "1-1")).isEqualTo(1);
        assertThat(redis.xlen("s")).isZero();
        assertThat(redis.xlen("none")).isZero();
    }

    @Test
    void entriesAreRead() {
        addThree("s");
        assertThat(redis.xrange("s", "-", "+")).containsExactly(FIRST, SECOND, THIRD);
        assertThat(redis.xrange("s", "(1-1", "+", 1)).containsExactly(SECOND);
        assertThat(redis.xrevrange("s", "+", "-")).containsExactly(THIRD, SECOND, FIRST);
        assertThat(redis.xrevrange("s", "+", "-", 2)).containsExactly(THIRD, SECOND);
        assertThat(redis.xrange("none", "-", "+")).isEmpty();
    }

    @Test
    void streamsAreTrimmed() {
        addThree("s");
        assertThat(redis.xtrim("s", XtrimArgs.maxlen(1000).approximately(10))).isZero();
        assertThat(redis.xtrim("s", XtrimArgs.minid("2-0"))).isEqualTo(1);
        XaddArgs trimming = XaddArgs.id("4-1").trim(XtrimArgs.maxlen(2));
        assertThat(redis.xadd("s", trimming, Map.of("f", "d"))).isEqualTo("4-1");
        assertThat(redis.xrange("s", "-", "+")).extracting(StreamEntry::id).containsExactly("3-1", "4-1");
    }

    @Test
    void streamsAreReadFromAnId() {
        addThree("s");
        redis.xadd("t", XaddArgs.id("5-1"), Map.of("f", "e"));
        assertThat(redis.xread("s", "1-1")).containsExactly(SECOND, THIRD);
        assertThat(redis.xread("s", "$")).isEmpty();
        assertThat(redis.xread(XreadArgs.now().count(1), "s", "0")).containsExactly(FIRST);
        assertThat(redis.xread(XreadArgs.block(MOMENT), "s", "$")).isEmpty();
        assertThat(redis.xread(Map.of("s", "2-1", "t", "0")))
                .containsOnly(
                        Map.entry("s", List.of(THIRD)),
                        Map.entry("t", List.of(new StreamEntry<>("5-1", Map.of("f", "e")))));
        assertThat(redis.xread(XreadArgs.now().count(1), Map.of("s", "0", "t", "$")))
                .containsOnly(Map.entry("s", List.of(FIRST)));
        assertThat(redis.xread(XreadArgs.block(MOMENT), Map.of("s", "$", "t", "$")))
                .isEmpty();
    }

    @Test
    void groupsAreMadeAndDestroyed() {
        assertThatThrownBy(() -> redis.xgroupCreate("s", "g", "$")).isInstanceOf(CarmineServerException.class);
        assertThat(redis.xgroupCreate("s", "g", "$", XgroupCreateArgs.mkstream()))
                .isEqualTo("OK");
        assertThat(redis.xgroupCreate("s", "h", "0")).isEqualTo("OK");
        assertThat(redis.xgroupCreateconsumer("s", "g", "c")).isTrue();
        assertThat(redis.xgroupCreateconsumer("s", "g", "c")).isFalse();
        assertThat(redis.xgroupDelconsumer("s", "g", "c")).isZero();
        assertThat(redis.xgroupDestroy("s", "g")).isTrue();
        assertThat(redis.xgroupDestroy("s", "g")).isFalse();
    }

    @Test
    void groupsShareTheEntries() {
        addThree("s");
        redis.xgroupCreate("s", "g", "0");
        XreadgroupArgs one = XreadgroupArgs.now().count(1);
        assertThat(redis.xreadgroup("g", "c1", one, "s", ">")).containsExactly(FIRST);
        assertThat(redis.xreadgroup("g", "c2", one.noack(), Map.of("s", ">")))
                .containsOnly(Map.entry("s", List.of(SECOND)));
        assertThat(redis.xreadgroup("g", "c2", Map.of("s", ">"))).containsOnly(Map.entry("s", List.of(THIRD)));
        assertThat(redis.xreadgroup("g", "c1", XreadgroupArgs.block(MOMENT), "s", ">"))
                .isEmpty();
        assertThat(redis.xreadgroup("g", "c1", "s", "0")).containsExactly(FIRST);
        assertThat(redis.xack("s", "g", "1-1", "2-1")).isEqualTo(1);
        assertThat(redis.xreadgroup("g", "c1", "s", "0")).isEmpty();
        assertThat(redis.xgroupSetid("s", "g", "2-1")).isEqualTo("OK");
        assertThat(redis.xreadgroup("g", "c1", "s", ">")).containsExactly(THIRD);
    }

    @Test
    void aPendingEntryThatWasDeletedHasNoFields() {
        deliverThree();
        redis.xdel("s", "1-1");
        List<StreamEntry<String>> pending = redis.xreadgroup("g", "c1", "s", "0");
        assertThat(pending).containsExactly(new StreamEntry<>("1-1", Map.of()), SECOND, THIRD);
        assertThat(pending).extracting(StreamEntry::isDeleted).containsExactly(true, false, false);
    }

    @Test
    void pendingEntriesAreListed() {
        redis.xgroupCreate("s", "g", "0", XgroupCreateArgs.mkstream());
        assertThat(redis.xpending("s", "g").count()).isZero();
        assertThat(redis.xpending("s", "g").lowestId()).isNull();
        assertThat(redis.xpending("s", "g").consumers()).isEmpty();
        redis.xgroupDestroy("s", "g");
        deliverThree();
        assertThat(redis.xpending("s", "g")).satisfies(summary -> {
            assertThat(summary.count()).isEqualTo(3);
            assertThat(summary.lowestId()).isEqualTo("1-1");
            assertThat(summary.highestId()).isEqualTo("3-1");
            assertThat(summary.consumers()).containsOnly(Map.entry("c1", 3L));
        });
        XpendingArgs two = XpendingArgs.range("-", "+", 2);
        assertThat(redis.xpending("s", "g", two.idle(Duration.ZERO).consumer("c1")))
                .hasSize(2)
                .first()
                .satisfies(entry -> {
                    assertThat(entry.id()).isEqualTo("1-1");
                    assertThat(entry.consumer()).isEqualTo("c1");
                    assertThat(entry.idle()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
                    assertThat(entry.deliveries()).isEqualTo(1);
                });
        assertThat(redis.xpending("s", "g", two.idle(Duration.ofHours(1)))).isEmpty();
        assertThat(redis.xpending("s", "g", two.consumer("c2"))).isEmpty();
    }

    @Test
    void pendingEntriesAreClaimed() {
        deliverThree();
        assertThat(redis.xclaim("s", "g", "c2", Duration.ofHours(1), "1-1")).isEmpty();
        assertThat(redis.xclaim("s", "g", "c2", Duration.ZERO, "1-1", "2-1")).containsExactly(FIRST, SECOND);
        XclaimArgs anHourAgo = XclaimArgs.idle(Duration.ofHours(1)).retrycount(7);
        assertThat(redis.xclaim("s", "g", "c3", Duration.ZERO, anHourAgo, "2-1"))
                .containsExactly(SECOND);
        assertThat(redis.xpending("s", "g", XpendingArgs.range("2-1", "2-1", 1)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.consumer()).isEqualTo("c3");
                    assertThat(entry.idle()).isBetween(Duration.ofHours(1), Duration.ofHours(2));
                    assertThat(entry.deliveries()).isEqualTo(7);
                });
        assertThat(redis.xclaimJustid("s", "g", "c1", Duration.ZERO, "2-1")).containsExactly("2-1");
        redis.xack("s", "g", "3-1");
        assertThat(redis.xclaimJustid("s", "g", "c1", Duration.ZERO, "3-1")).isEmpty();
        XclaimArgs forced = XclaimArgs.time(Instant.now()).force().lastid("3-1");
        assertThat(redis.xclaimJustid("s", "g", "c1", Duration.ZERO, forced, "3-1"))
                .containsExactly("3-1");
    }

    @Test
    void pendingEntriesAreClaimedStepByStep() {
        deliverThree();
        XautoclaimResult<StreamEntry<String>> step =
                redis.xautoclaim("s", "g", "c2", Duration.ZERO, XautoclaimResult.START, 2);
        assertThat(step.claimed()).containsExactly(FIRST, SECOND);
        assertThat(step.isFinished()).isFalse();
        step = redis.xautoclaim("s", "g", "c2", Duration.ZERO, step.cursor());
        assertThat(step.claimed()).containsExactly(THIRD);
        assertThat(step.deleted()).isEmpty();
        assertThat(step.isFinished()).isTrue();
        assertThat(redis.xautoclaimJustid("s", "g", "c3", Duration.ZERO, XautoclaimResult.START))
                .isEqualTo(new XautoclaimResult<>("0-0", List.of("1-1", "2-1", "3-1"), List.of()));
        assertThat(redis.xautoclaimJustid("s", "g", "c3", Duration.ZERO, XautoclaimResult.START, 1)
                        .claimed())
                .containsExactly("1-1");
        redis.xdel("s", "1-1");
        assertThat(redis.xautoclaim("s", "g", "c2", Duration.ZERO, XautoclaimResult.START)
                        .claimed())
                .containsExactly(SECOND, THIRD);
    }

    @Test
    void streamsTellAboutThemselves() {
        deliverThree();
        StreamInfo<String> info = redis.xinfoStream("s");
        assertThat(info.length()).isEqualTo(3);
        assertThat(info.radixTreeKeys()).isEqualTo(1);
        assertThat(info.radixTreeNodes()).isPositive();
        assertThat(info.lastGeneratedId()).isEqualTo("3-1");
        assertThat(info.groups()).isEqualTo(1);
        assertThat(info.firstEntry()).isEqualTo(FIRST);
        assertThat(info.lastEntry()).isEqualTo(THIRD);
        redis.xdel("s", "1-1", "2-1", "3-1");
        assertThat(redis.xinfoStream("s").firstEntry()).isNull();
        assertThatThrownBy(() -> redis.xinfoStream("none")).isInstanceOf(CarmineServerException.class);
    }

    @Test
    void streamsTellAllAboutThemselves() {
        deliverThree();
        StreamFullInfo<String> info = redis.xinfoStreamFull("s", 2);
        assertThat(info.length()).isEqualTo(3);
        assertThat(info.entries()).containsExactly(FIRST, SECOND);
        StreamFullGroup group = info.groups().get(0);
        assertThat(group.name()).isEqualTo("g");
        assertThat(group.lastDeliveredId()).isEqualTo("3-1");
        assertThat(group.pendingCount()).isEqualTo(3);
        assertThat(group.pending()).hasSize(2).allMatch(delivery -> delivery.deliveries() == 1);
        StreamFullConsumer consumer = group.consumers().get(0);
        assertThat(consumer.name()).isEqualTo("c1");
        assertThat(consumer.pendingCount()).isEqualTo(3);
        assertThat(consumer.pending()).isEqualTo(group.pending());
        assertThat(consumer.seenTime())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(redis.xinfoStreamFull("s").entries()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void groupsAndConsumersTellAboutThemselves() {
        deliverThree();
        assertThat(redis.xinfoGroups("s")).singleElement().satisfies(group -> {
            assertThat(group.name()).isEqualTo("g");
            assertThat(group.consumers()).isEqualTo(1);
            assertThat(group.pending()).isEqualTo(3);
            assertThat(group.lastDeliveredId()).isEqualTo("3-1");
        });
        assertThat(redis.xinfoConsumers("s", "g")).singleElement().satisfies(consumer -> {
            assertThat(consumer.name()).isEqualTo("c1");
            assertThat(consumer.pending()).isEqualTo(3);
            assertThat(consumer.idle()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        });
    }

    @Test
    @SinceRedis("7.0")
    void streamsCountWhatWasAddedAndGroupsWhatTheyRead() {
        addThree("s");
        assertThat(redis.xsetid("s", "9-0")).isEqualTo("OK");
        assertThat(redis.xsetid("s", "10-0", 20, "2-0")).isEqualTo("OK");
        StreamInfo<String> info = redis.xinfoStream("s");
        assertThat(info.lastGeneratedId()).isEqualTo("10-0");
        assertThat(info.entriesAdded()).isEqualTo(20);
        assertThat(info.maxDeletedEntryId()).isEqualTo("2-0");
        assertThat(info.recordedFirstEntryId()).isEqualTo("1-1");
        redis.xgroupCreate("s", "g", "3-1", XgroupCreateArgs.ofExistingStream().entriesread(18));
        assertThat(redis.xgroupSetid("s", "g", "3-1", 19)).isEqualTo("OK");
        assertThat(redis.xinfoGroups("s")).extracting(StreamGroup::entriesRead).containsExactly(19L);
    }

    @Test
    @SinceRedis("7.0")
    void claimingStepByStepTellsWhatWasDeleted() {
        deliverThree();
        redis.xdel("s", "1-1");
        assertThat(redis.xautoclaim("s", "g", "c2", Duration.ZERO, XautoclaimResult.START))
                .isEqualTo(new XautoclaimResult<>("0-0", List.of(SECOND, THIRD), List.of("1-1")));
    }
}

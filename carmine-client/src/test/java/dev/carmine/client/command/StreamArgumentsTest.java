package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamArgumentsTest {

    @Test
    void trimmingHasAThresholdAndALimitOnlyIfApproximate() {
        assertThat(XtrimArgs.maxlen(5).words()).isEqualTo(List.of("MAXLEN", 5L));
        assertThat(XtrimArgs.minid("3-0").approximately().words()).isEqualTo(List.of("MINID", "~", "3-0"));
        assertThat(XtrimArgs.maxlen(5)
                        .references(StreamReferences.KEEPREF)
                        .approximately(0)
                        .words())
                .isEqualTo(List.of("MAXLEN", "~", 5L, "LIMIT", 0L, "KEEPREF"));
        assertThat(XtrimArgs.maxlen(5).approximately(9).approximately().words()).isEqualTo(List.of("MAXLEN", "~", 5L));
        assertThatThrownBy(() -> XtrimArgs.maxlen(-1)).hasMessage("The length must not be negative, but is -1");
        assertThatThrownBy(() -> XtrimArgs.maxlen(1).approximately(-1))
                .hasMessage("The limit must not be negative, but is -1");
    }

    @Test
    void addingPutsReferencesBeforeTrimmingAndTheIdLast() {
        XtrimArgs trimming = XtrimArgs.maxlen(5).references(StreamReferences.ACKED);

        assertThat(XaddArgs.generatedId().words()).isEqualTo(List.of("*"));
        assertThat(XaddArgs.id("1-*").trim(trimming).nomkstream().words())
                .isEqualTo(List.of("NOMKSTREAM", "ACKED", "MAXLEN", 5L, "1-*"));
    }

    @Test
    void addingOnceMeansAnIdOfTheServer() {
        assertThat(XaddArgs.idmp("p", "e").nomkstream().words())
                .isEqualTo(List.of("NOMKSTREAM", "IDMP", "p", "e", "*"));
        assertThat(XaddArgs.idmp("p", "e")
                        .trim(XtrimArgs.maxlen(9).references(StreamReferences.ACKED))
                        .words())
                .isEqualTo(List.of("ACKED", "IDMP", "p", "e", "MAXLEN", 9L, "*"));
        assertThat(XaddArgs.idmpauto("p").words()).isEqualTo(List.of("IDMPAUTO", "p", "*"));
        assertThat(XcfgsetArgs.onlyMaxsize(7).words()).isEqualTo(List.of("IDMP-MAXSIZE", 7L));
        for (Duration time : List.of(Duration.ZERO, Duration.ofMillis(1500), Duration.ofSeconds(86_401))) {
            assertThatThrownBy(() -> XcfgsetArgs.duration(time))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("XCFGSET counts whole seconds, from one to those of a day, but is given " + time);
        }
        for (long entries : List.of(0L, 10_001L)) {
            assertThatThrownBy(() -> XcfgsetArgs.onlyMaxsize(entries))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The number of entries must be from 1 to 10000, but is " + entries);
        }
    }

    @Test
    void readingBlocksOnlyIfAskedTo() {
        assertThat(XreadArgs.now().words()).isEmpty();
        assertThat(XreadArgs.block(Duration.ZERO).words()).isEqualTo(List.of("BLOCK", 0L));
        assertThat(XreadArgs.block(Duration.ofNanos(1)).words()).isEqualTo(List.of("BLOCK", 1L));
        assertThat(XreadgroupArgs.block(Duration.ofSeconds(1)).noack().count(7).words())
                .isEqualTo(List.of("COUNT", 7L, "BLOCK", 1000L, "NOACK"));
        assertThat(Streams.xread(XreadArgs.now(), "k", "0").isBlocking()).isFalse();
        assertThat(Streams.xread(XreadArgs.block(Duration.ZERO), "k", "0").isBlocking())
                .isTrue();
        assertThat(Streams.xreadgroupClaim("g", "c", Duration.ZERO, XreadgroupArgs.block(Duration.ZERO), "k")
                        .isBlocking())
                .isTrue();
        assertThat(Streams.xreadgroup("BLOCK", "BLOCK", "BLOCK", ">").isBlocking())
                .isFalse();
        assertThatThrownBy(() -> XreadArgs.block(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The timeout must not be negative, but is PT-0.001S");
        assertThatThrownBy(() -> XreadgroupArgs.now().count(0)).hasMessage("The count must be positive, but is 0");
    }

    @Test
    void readingNeedsAStream() {
        assertThatThrownBy(() -> Streams.xread(Map.of())).hasMessage("XREAD needs at least one key");
    }

    @Test
    void groupsMayMakeTheirStream() {
        assertThat(XgroupCreateArgs.mkstream().entriesread(3).words())
                .isEqualTo(List.of("MKSTREAM", "ENTRIESREAD", 3L));
        assertThat(XgroupCreateArgs.ofExistingStream().entriesread(-1).words()).isEqualTo(List.of("ENTRIESREAD", -1L));
        assertThatThrownBy(() -> XgroupCreateArgs.mkstream().entriesread(-2))
                .hasMessage("The entries read must be -1 for unknown, 0 or more, but are -2");
    }

    @Test
    void pendingEntriesAreFiltered() {
        assertThat(XpendingArgs.range("-", "+", 9)
                        .consumer("c")
                        .idle(Duration.ofSeconds(1))
                        .words())
                .isEqualTo(List.of("IDLE", 1000L, "-", "+", 9L, "c"));
        assertThatThrownBy(() -> XpendingArgs.range("-", "+", 0)).hasMessage("The count must be positive, but is 0");
    }

    @Test
    void claimingNotesTimeAndCount() {
        assertThat(XclaimArgs.time(Instant.ofEpochMilli(7))
                        .lastid("9-0")
                        .force()
                        .retrycount(2)
                        .words())
                .isEqualTo(List.of("TIME", 7L, "RETRYCOUNT", 2L, "FORCE", "LASTID", "9-0"));
        assertThatThrownBy(() -> XclaimArgs.deliveredNow().retrycount(-1))
                .hasMessage("The retry count must not be negative, but is -1");
    }
}

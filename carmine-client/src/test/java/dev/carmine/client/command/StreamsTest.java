package dev.carmine.client.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class StreamsTest extends FactoryContract {
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Map<String, String> TWO_STREAMS = inOrder("k1", "0", "k2", "1-1");

    StreamsTest() {
        super(Streams.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.concat(rowsOfEntries(), rowsOfGroups());
    }

    private static Stream<Row> rowsOfEntries() {
        return Stream.of(
            row(Streams.xadd("k", TWO_VALUES), "XADD k * k1 v1 k2 2", "k"),
            row(Streams.xadd("k", XaddArgs.id("1-1").nomkstream().trim(XtrimArgs.maxlen(9)), TWO_VALUES), "XADD k NOMKSTREAM MAXLEN 9 1-1 k1 v1 k2 2", "k"),
            row(Streams.xcfgset("k", XcfgsetArgs.duration(IDLE).maxsize(7)), "XCFGSET k IDMP-DURATION 5 IDMP-MAXSIZE 7", "k"),
            row(Streams.xdel("k", "1-1", "2-1"), "XDEL k 1-1 2-1", "k"),
            row(Streams.xdelex("k", StreamReferences.ACKED, "1-1", "2-1"), "XDELEX k ACKED IDS 2 1-1 2-1", "k"),
            row(Streams.xlen("k"), "XLEN k", "k"),
            row(Streams.xrange("k", "-", "+"), "XRANGE k - +", "k"),
            row(Streams.xrange("k", "(1-1", "+", 7), "XRANGE k (1-1 + COUNT 7", "k"),
            row(Streams.xread("k", "0"), "XREAD STREAMS k 0", "k"),
            row(Streams.xread(XreadArgs.block(IDLE).count(7), "k", "0"), "XREAD COUNT 7 BLOCK 5000 STREAMS k 0", "k"),
            row(Streams.xread(TWO_STREAMS), "XREAD STREAMS k1 k2 0 1-1", "k1 k2"),
            row(Streams.xread(XreadArgs.now().count(7), TWO_STREAMS), "XREAD COUNT 7 STREAMS k1 k2 0 1-1", "k1 k2"),
            row(Streams.xrevrange("k", "+", "-"), "XREVRANGE k + -", "k"),
            row(Streams.xrevrange("k", "+", "-", 7), "XREVRANGE k + - COUNT 7", "k"),
            row(Streams.xsetid("k", "9-0"), "XSETID k 9-0", "k"),
            row(Streams.xsetid("k", "9-0", 20, "5-0"), "XSETID k 9-0 ENTRIESADDED 20 MAXDELETEDID 5-0", "k"),
            row(Streams.xtrim("k", XtrimArgs.minid("3-0")), "XTRIM k MINID 3-0", "k"));
    }

    private static Stream<Row> rowsOfGroups() {
        return Stream.of(
            row(Streams.xack("k", "g", "1-1", "2-1"), "XACK k g 1-1 2-1", "k"),
            row(Streams.xackdel("k", "g", StreamReferences.DELREF, "1-1", "2-1"), "XACKDEL k g DELREF IDS 2 1-1 2-1", "k"),
            row(Streams.xautoclaim("k", "g", "c", IDLE, "0-0"), "XAUTOCLAIM k g c 5000 0-0", "k"),
            row(Streams.xautoclaim("k", "g", "c", IDLE, "0-0", 7), "XAUTOCLAIM k g c 5000 0-0 COUNT 7", "k"),
            row(Streams.xautoclaimJustid("k", "g", "c", IDLE, "0-0"), "XAUTOCLAIM k g c 5000 0-0 JUSTID", "k"),
            row(Streams.xautoclaimJustid("k", "g", "c", IDLE, "0-0", 7), "XAUTOCLAIM k g c 5000 0-0 COUNT 7 JUSTID", "k"),
            row(Streams.xclaim("k", "g", "c", IDLE, "1-1", "2-1"), "XCLAIM k g c 5000 1-1 2-1", "k"),
            row(Streams.xclaim("k", "g", "c", IDLE, XclaimArgs.deliveredNow().force(), "1-1"), "XCLAIM k g c 5000 1-1 FORCE", "k"),
            row(Streams.xclaimJustid("k", "g", "c", IDLE, "1-1", "2-1"), "XCLAIM k g c 5000 1-1 2-1 JUSTID", "k"),
            row(Streams.xclaimJustid("k", "g", "c", IDLE, XclaimArgs.idle(IDLE), "1-1"), "XCLAIM k g c 5000 1-1 IDLE 5000 JUSTID", "k"),
            row(Streams.xgroupCreate("k", "g", "$"), "XGROUP CREATE k g $", "k"),
            row(Streams.xgroupCreate("k", "g", "$", XgroupCreateArgs.mkstream()), "XGROUP CREATE k g $ MKSTREAM", "k"),
            row(Streams.xgroupCreateconsumer("k", "g", "c"), "XGROUP CREATECONSUMER k g c", "k"),
            row(Streams.xgroupDelconsumer("k", "g", "c"), "XGROUP DELCONSUMER k g c", "k"),
            row(Streams.xgroupDestroy("k", "g"), "XGROUP DESTROY k g", "k"),
            row(Streams.xgroupSetid("k", "g", "0"), "XGROUP SETID k g 0", "k"),
            row(Streams.xgroupSetid("k", "g", "0", 7), "XGROUP SETID k g 0 ENTRIESREAD 7", "k"),
            row(Streams.xinfoConsumers("k", "g"), "XINFO CONSUMERS k g", "k"),
            row(Streams.xinfoGroups("k"), "XINFO GROUPS k", "k"),
            row(Streams.xinfoStream("k"), "XINFO STREAM k", "k"),
            row(Streams.xinfoStreamFull("k"), "XINFO STREAM k FULL", "k"),
            row(Streams.xinfoStreamFull("k", 7), "XINFO STREAM k FULL COUNT 7", "k"),
            row(Streams.xnack("k", "g", XnackMode.FAIL, "1-1", "2-1"), "XNACK k g FAIL IDS 2 1-1 2-1", "k"),
            row(Streams.xnack("k", "g", XnackMode.SILENT, 7, "1-1"), "XNACK k g SILENT IDS 1 1-1 RETRYCOUNT 7", "k"),
            row(Streams.xpending("k", "g"), "XPENDING k g", "k"),
            row(Streams.xpending("k", "g", XpendingArgs.range("-", "+", 7)), "XPENDING k g - + 7", "k"),
            row(Streams.xreadgroup("g", "c", "k", ">"), "XREADGROUP GROUP g c STREAMS k >", "k"),
            row(Streams.xreadgroup("g", "c", XreadgroupArgs.now().noack(), "k", ">"), "XREADGROUP GROUP g c NOACK STREAMS k >", "k"),
            row(Streams.xreadgroup("g", "c", TWO_STREAMS), "XREADGROUP GROUP g c STREAMS k1 k2 0 1-1", "k1 k2"),
            row(Streams.xreadgroup("g", "c", XreadgroupArgs.now().count(7), TWO_STREAMS), "XREADGROUP GROUP g c COUNT 7 STREAMS k1 k2 0 1-1", "k1 k2"),
            row(Streams.xreadgroupClaim("g", "c", IDLE, XreadgroupArgs.now().count(7).noack(), "k"), "XREADGROUP GROUP g c COUNT 7 NOACK CLAIM 5000 STREAMS k >", "k"),
            row(Streams.xreadgroupClaim("g", "c", IDLE, XreadgroupArgs.now(), List.of("k1", "k2")), "XREADGROUP GROUP g c CLAIM 5000 STREAMS k1 k2 > >", "k1 k2"));
    }
    // spotless:on
}

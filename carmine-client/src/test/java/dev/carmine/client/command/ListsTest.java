package dev.carmine.client.command;

import java.time.Duration;
import java.util.stream.Stream;

class ListsTest extends FactoryContract {
    ListsTest() {
        super(Lists.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Lists.blmovem("a", "b", ListSide.LEFT, ListSide.RIGHT, Duration.ofMillis(1500), LmovemArgs.upTo(9)), "BLMOVEM a b LEFT RIGHT 1.5 COUNT 9 BULK", "a b"),
            row(Lists.lmovem("a", "b", ListSide.LEFT, ListSide.RIGHT, LmovemArgs.exactly(3).oneByOne()), "LMOVEM a b LEFT RIGHT EXACTLY 3 OBO", "a b"),
            row(Lists.blmpop(Duration.ofSeconds(2), ListSide.LEFT, "k1", "k2"), "BLMPOP 2 2 k1 k2 LEFT", "k1 k2"),
            row(Lists.blmpop(Duration.ofSeconds(2), ListSide.RIGHT, 5, "k"), "BLMPOP 2 1 k RIGHT COUNT 5", "k"),
            row(Lists.brpoplpush("s", "d", Duration.ofSeconds(2)), "BRPOPLPUSH s d 2", "s d"),
            row(Lists.lmpop(ListSide.LEFT, "k1", "k2"), "LMPOP 2 k1 k2 LEFT", "k1 k2"),
            row(Lists.lmpop(ListSide.RIGHT, 5, "k"), "LMPOP 1 k RIGHT COUNT 5", "k"),
            row(Lists.lpos("k", "e", LposArgs.rank(-1).maxlen(9)), "LPOS k e RANK -1 MAXLEN 9", "k"),
            row(Lists.lpos("k", "e", 0), "LPOS k e COUNT 0", "k"),
            row(Lists.lpos("k", "e", 3, LposArgs.rank(2)), "LPOS k e COUNT 3 RANK 2", "k"),
            row(Lists.rpoplpush("s", "d"), "RPOPLPUSH s d", "s d"),
            row(Lists.blmove("a", "b", ListSide.LEFT, ListSide.RIGHT, Duration.ofMillis(1500)), "BLMOVE a b LEFT RIGHT 1.5", "a b"),
            row(Lists.blpop(Duration.ofMillis(1500), "k1", "k2"), "BLPOP k1 k2 1.5", "k1 k2"),
            row(Lists.brpop(Duration.ofMillis(1500), "k1", "k2"), "BRPOP k1 k2 1.5", "k1 k2"),
            row(Lists.lindex("k", 4), "LINDEX k 4", "k"),
            row(Lists.linsert("k", ListPosition.BEFORE, "p", "e"), "LINSERT k BEFORE p e", "k"),
            row(Lists.llen("k"), "LLEN k", "k"),
            row(Lists.lmove("a", "b", ListSide.LEFT, ListSide.RIGHT), "LMOVE a b LEFT RIGHT", "a b"),
            row(Lists.lpop("k"), "LPOP k", "k"),
            row(Lists.lpop("k", 7), "LPOP k 7", "k"),
            row(Lists.lpos("k", "e"), "LPOS k e", "k"),
            row(Lists.lpush("k", "e1", "e2"), "LPUSH k e1 e2", "k"),
            row(Lists.lpushx("k", "e1", "e2"), "LPUSHX k e1 e2", "k"),
            row(Lists.lrange("k", 0, -1), "LRANGE k 0 -1", "k"),
            row(Lists.lrem("k", 7, "e"), "LREM k 7 e", "k"),
            row(Lists.lset("k", 4, "e"), "LSET k 4 e", "k"),
            row(Lists.ltrim("k", 0, -1), "LTRIM k 0 -1", "k"),
            row(Lists.rpop("k"), "RPOP k", "k"),
            row(Lists.rpop("k", 7), "RPOP k 7", "k"),
            row(Lists.rpush("k", "e1", "e2"), "RPUSH k e1 e2", "k"),
            row(Lists.rpushx("k", "e1", "e2"), "RPUSHX k e1 e2", "k"));
    }
    // spotless:on
}

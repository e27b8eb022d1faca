package dev.carmine.client.command;

import java.util.stream.Stream;

class SetsTest extends FactoryContract {
    SetsTest() {
        super(Sets.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Sets.sadd("k", "m1", "m2"), "SADD k m1 m2", "k"),
            row(Sets.scard("k"), "SCARD k", "k"),
            row(Sets.sdiff("k1", "k2"), "SDIFF k1 k2", "k1 k2"),
            row(Sets.sdiffcard("k1", "k2"), "SDIFFCARD 2 k1 k2", "k1 k2"),
            row(Sets.sdiffcard(7, "k1", "k2"), "SDIFFCARD 2 k1 k2 LIMIT 7", "k1 k2"),
            row(Sets.sdiffstore("d", "k1", "k2"), "SDIFFSTORE d k1 k2", "d k1 k2"),
            row(Sets.sinter("k1", "k2"), "SINTER k1 k2", "k1 k2"),
            row(Sets.sintercard("k1", "k2"), "SINTERCARD 2 k1 k2", "k1 k2"),
            row(Sets.sintercard(7, "k1", "k2"), "SINTERCARD 2 k1 k2 LIMIT 7", "k1 k2"),
            row(Sets.sinterstore("d", "k1", "k2"), "SINTERSTORE d k1 k2", "d k1 k2"),
            row(Sets.sismember("k", "m"), "SISMEMBER k m", "k"),
            row(Sets.smembers("k"), "SMEMBERS k", "k"),
            row(Sets.smismember("k", "m1", "m2"), "SMISMEMBER k m1 m2", "k"),
            row(Sets.smove("a", "b", "m"), "SMOVE a b m", "a b"),
            row(Sets.spop("k"), "SPOP k", "k"),
            row(Sets.spop("k", 7), "SPOP k 7", "k"),
            row(Sets.srandmember("k"), "SRANDMEMBER k", "k"),
            row(Sets.srandmember("k", 7), "SRANDMEMBER k 7", "k"),
            row(Sets.srem("k", "m1", "m2"), "SREM k m1 m2", "k"),
            row(Sets.sscan("k", "17"), "SSCAN k 17", "k"),
            row(Sets.sscan("k", "17", ScanArgs.matching("m*")), "SSCAN k 17 MATCH m*", "k"),
            row(Sets.sunion("k1", "k2"), "SUNION k1 k2", "k1 k2"),
            row(Sets.sunioncard("k1", "k2"), "SUNIONCARD 2 k1 k2", "k1 k2"),
            row(Sets.sunioncard(7, "k1", "k2"), "SUNIONCARD 2 k1 k2 LIMIT 7", "k1 k2"),
            row(Sets.sunioncardApprox("k1", "k2"), "SUNIONCARD 2 k1 k2 APPROX", "k1 k2"),
            row(Sets.sunionstore("d", "k1", "k2"), "SUNIONSTORE d k1 k2", "d k1 k2"));
    }
    // spotless:on
}

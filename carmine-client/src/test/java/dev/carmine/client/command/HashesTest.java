package dev.carmine.client.command;

import java.util.stream.Stream;

class HashesTest extends FactoryContract {
    HashesTest() {
        super(Hashes.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Hashes.hdel("k", "f1", "f2"), "HDEL k f1 f2", "k"),
            row(Hashes.hexists("k", "f"), "HEXISTS k f", "k"),
            row(Hashes.hget("k", "f"), "HGET k f", "k"),
            row(Hashes.hgetall("k"), "HGETALL k", "k"),
            row(Hashes.himportDiscard("u"), "HIMPORT DISCARD u"),
            row(Hashes.himportDiscardall(), "HIMPORT DISCARDALL"),
            row(Hashes.himportPrepare("u", "name", "age"), "HIMPORT PREPARE u name age"),
            row(Hashes.himportSet("k", "u", "Ann", 41), "HIMPORT SET k u Ann 41", "k"),
            row(Hashes.hincrby("k", "f", 3), "HINCRBY k f 3", "k"),
            row(Hashes.hincrbyfloat("k", "f", 1.5), "HINCRBYFLOAT k f 1.5", "k"),
            row(Hashes.hkeys("k"), "HKEYS k", "k"),
            row(Hashes.hlen("k"), "HLEN k", "k"),
            row(Hashes.hmget("k", "f1", "f2"), "HMGET k f1 f2", "k"),
            row(Hashes.hrandfield("k"), "HRANDFIELD k", "k"),
            row(Hashes.hrandfield("k", 7), "HRANDFIELD k 7", "k"),
            row(Hashes.hrandfieldWithValues("k", 7), "HRANDFIELD k 7 WITHVALUES", "k"),
            row(Hashes.hscan("k", "17"), "HSCAN k 17", "k"),
            row(Hashes.hscan("k", "17", ScanArgs.matching("m*")), "HSCAN k 17 MATCH m*", "k"),
            row(Hashes.hscanFields("k", "17"), "HSCAN k 17 NOVALUES", "k"),
            row(Hashes.hscanFields("k", "17", ScanArgs.matching("m*")), "HSCAN k 17 MATCH m* NOVALUES", "k"),
            row(Hashes.hset("k", "f", "v"), "HSET k f v", "k"),
            row(Hashes.hset("k", TWO_VALUES), "HSET k k1 v1 k2 2", "k"),
            row(Hashes.hsetnx("k", "f", "v"), "HSETNX k f v", "k"),
            row(Hashes.hstrlen("k", "f"), "HSTRLEN k f", "k"),
            row(Hashes.hvals("k"), "HVALS k", "k"));
    }
    // spotless:on
}

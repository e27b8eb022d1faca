package dev.carmine.client.command;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

class KeysTest extends FactoryContract {
    KeysTest() {
        super(Keys.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Keys.migrate("h", 7000, 3, Duration.ofSeconds(2), MigrateArgs.move(), "k1", "k2"), "MIGRATE h 7000  3 2000 KEYS k1 k2", "k1 k2"),
            row(Keys.restore("k", RestoreArgs.expireIn(Duration.ofSeconds(1)).replace(), new byte[] {'d'}), "RESTORE k 1000 d REPLACE", "k"),
            row(Keys.sort("k"), "SORT k", "k"),
            row(Keys.sort("k", SortArgs.by("w_*").limit(0, 5).get("#").get("o_*").descending()), "SORT k BY w_* LIMIT 0 5 GET # GET o_* DESC", "k"),
            row(Keys.sortRo("k"), "SORT_RO k", "k"),
            row(Keys.sortRo("k", SortArgs.unsorted().get("o_*")), "SORT_RO k BY nosort GET o_*", "k"),
            row(Keys.sortStore("k", "d", SortArgs.alphabetical()), "SORT k ALPHA STORE d", "k d"),
            row(Keys.wait(2, Duration.ofMillis(50)), "WAIT 2 50"),
            row(Keys.waitaof(1, 2, Duration.ofMillis(50)), "WAITAOF 1 2 50"),
            row(Keys.copy("a", "b"), "COPY a b", "a b"),
            row(Keys.copy("a", "b", CopyArgs.replace()), "COPY a b REPLACE", "a b"),
            row(Keys.del("k1", "k2"), "DEL k1 k2", "k1 k2"),
            row(Keys.dump("k"), "DUMP k", "k"),
            row(Keys.exists("k1", "k2"), "EXISTS k1 k2", "k1 k2"),
            row(Keys.expire("k", Duration.ofSeconds(9)), "EXPIRE k 9", "k"),
            row(Keys.expire("k", Duration.ofSeconds(9), ExpireIf.LATER), "EXPIRE k 9 GT", "k"),
            row(Keys.expireat("k", Instant.ofEpochSecond(1_800_000_000)), "EXPIREAT k 1800000000", "k"),
            row(Keys.expireat("k", Instant.ofEpochSecond(1_800_000_000), ExpireIf.LATER), "EXPIREAT k 1800000000 GT", "k"),
            row(Keys.pexpire("k", Duration.ofSeconds(9)), "PEXPIRE k 9000", "k"),
            row(Keys.pexpire("k", Duration.ofSeconds(9), ExpireIf.LATER), "PEXPIRE k 9000 GT", "k"),
            row(Keys.pexpireat("k", Instant.ofEpochSecond(1_800_000_000)), "PEXPIREAT k 1800000000000", "k"),
            row(Keys.pexpireat("k", Instant.ofEpochSecond(1_800_000_000), ExpireIf.LATER), "PEXPIREAT k 1800000000000 GT", "k"),
            row(Keys.expiretime("k"), "EXPIRETIME k", "k"),
            row(Keys.keys("p*"), "KEYS p*"),
            row(Keys.move("k", 2), "MOVE k 2", "k"),
            row(Keys.objectEncoding("k"), "OBJECT ENCODING k", "k"),
            row(Keys.objectFreq("k"), "OBJECT FREQ k", "k"),
            row(Keys.objectIdletime("k"), "OBJECT IDLETIME k", "k"),
            row(Keys.objectRefcount("k"), "OBJECT REFCOUNT k", "k"),
            row(Keys.persist("k"), "PERSIST k", "k"),
            row(Keys.pexpiretime("k"), "PEXPIRETIME k", "k"),
            row(Keys.pttl("k"), "PTTL k", "k"),
            row(Keys.randomkey(), "RANDOMKEY"),
            row(Keys.rename("k", "n"), "RENAME k n", "k n"),
            row(Keys.renamenx("k", "n"), "RENAMENX k n", "k n"),
            row(Keys.restore("k", Duration.ofSeconds(9), new byte[] {'D'}), "RESTORE k 9000 D", "k"),
            row(Keys.scan("17"), "SCAN 17"),
            row(Keys.scan("17", ScanArgs.matching("m*")), "SCAN 17 MATCH m*"),
            row(Keys.touch("k1", "k2"), "TOUCH k1 k2", "k1 k2"),
            row(Keys.ttl("k"), "TTL k", "k"),
            row(Keys.type("k"), "TYPE k", "k"),
            row(Keys.unlink("k1", "k2"), "UNLINK k1 k2", "k1 k2"));
    }
    // spotless:on
}

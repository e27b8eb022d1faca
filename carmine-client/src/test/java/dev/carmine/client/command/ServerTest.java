package dev.carmine.client.command;

import java.util.stream.Stream;

class ServerTest extends FactoryContract {
    ServerTest() {
        super(Server.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Server.configGet("p1", "p2"), "CONFIG GET p1 p2"),
            row(Server.configResetstat(), "CONFIG RESETSTAT"),
            row(Server.configRewrite(), "CONFIG REWRITE"),
            row(Server.configSet("n", "v"), "CONFIG SET n v"),
            row(Server.configSet(TWO_VALUES), "CONFIG SET k1 v1 k2 2"),
            row(Server.dbsize(), "DBSIZE"),
            row(Server.echo("m"), "ECHO m"),
            row(Server.flushall(), "FLUSHALL"),
            row(Server.flushall(FlushMode.ASYNC), "FLUSHALL ASYNC"),
            row(Server.flushdb(), "FLUSHDB"),
            row(Server.flushdb(FlushMode.ASYNC), "FLUSHDB ASYNC"),
            row(Server.info(), "INFO"),
            row(Server.info("s1", "s2"), "INFO s1 s2"),
            row(Server.lastsave(), "LASTSAVE"),
            row(Server.lolwut(), "LOLWUT"),
            row(Server.lolwut(5), "LOLWUT VERSION 5"),
            row(Server.ping(), "PING"),
            row(Server.ping("m"), "PING m"),
            row(Server.swapdb(1, 2), "SWAPDB 1 2"),
            row(Server.time(), "TIME"));
    }
    // spotless:on
}

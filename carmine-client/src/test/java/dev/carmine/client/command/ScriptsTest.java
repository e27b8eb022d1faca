package dev.carmine.client.command;

import java.util.List;
import java.util.stream.Stream;

class ScriptsTest extends FactoryContract {
    ScriptsTest() {
        super(Scripts.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Scripts.eval("s", List.of("k1", "k2"), "x", 5), "EVAL s 2 k1 k2 x 5", "k1 k2"),
            row(Scripts.evalRo("s", List.of("k1", "k2"), "x", 5), "EVAL_RO s 2 k1 k2 x 5", "k1 k2"),
            row(Scripts.evalsha("sha", List.of("k1", "k2"), "x", 5), "EVALSHA sha 2 k1 k2 x 5", "k1 k2"),
            row(Scripts.evalshaRo("sha", List.of("k1", "k2"), "x", 5), "EVALSHA_RO sha 2 k1 k2 x 5", "k1 k2"),
            row(Scripts.scriptExists("sha1", "sha2"), "SCRIPT EXISTS sha1 sha2"),
            row(Scripts.scriptFlush(), "SCRIPT FLUSH"),
            row(Scripts.scriptFlush(FlushMode.ASYNC), "SCRIPT FLUSH ASYNC"),
            row(Scripts.scriptKill(), "SCRIPT KILL"),
            row(Scripts.scriptLoad("s"), "SCRIPT LOAD s"),
            row(Scripts.scriptShow("sha1"), "SCRIPT SHOW sha1"));
    }
    // spotless:on
}

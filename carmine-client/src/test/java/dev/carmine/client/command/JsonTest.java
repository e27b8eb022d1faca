package dev.carmine.client.command;

import java.util.stream.Stream;

class JsonTest extends FactoryContract {
    JsonTest() {
        super(Json.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Json.jsonArrappend("k", "$.a", "1", "2"), "JSON.ARRAPPEND k $.a 1 2", "k"),
            row(Json.jsonArrindex("k", "$.a", "1"), "JSON.ARRINDEX k $.a 1", "k"),
            row(Json.jsonArrindex("k", "$.a", "1", 2, 0), "JSON.ARRINDEX k $.a 1 2 0", "k"),
            row(Json.jsonArrinsert("k", "$.a", -1, "1", "2"), "JSON.ARRINSERT k $.a -1 1 2", "k"),
            row(Json.jsonArrlen("k", "$.a"), "JSON.ARRLEN k $.a", "k"),
            row(Json.jsonArrpop("k", "$.a"), "JSON.ARRPOP k $.a", "k"),
            row(Json.jsonArrpop("k", "$.a", 0), "JSON.ARRPOP k $.a 0", "k"),
            row(Json.jsonArrtrim("k", "$.a", 1, -2), "JSON.ARRTRIM k $.a 1 -2", "k"),
            row(Json.jsonClear("k", "$.a"), "JSON.CLEAR k $.a", "k"),
            row(Json.jsonDebugMemory("k", "$.a"), "JSON.DEBUG MEMORY k $.a", "k"),
            row(Json.jsonDel("k"), "JSON.DEL k", "k"),
            row(Json.jsonDel("k", "$.a"), "JSON.DEL k $.a", "k"),
            row(Json.jsonGet("k"), "JSON.GET k .", "k"),
            row(Json.jsonGet("k", "$.a", "$.b"), "JSON.GET k $.a $.b", "k"),
            row(Json.jsonGet("k", JsonGetArgs.compact().space("_").indent("--"), "$"), "JSON.GET k INDENT -- SPACE _ $", "k"),
            row(Json.jsonMerge("k", "$", "{}"), "JSON.MERGE k $ {}", "k"),
            row(Json.jsonMget("$.a", "k1", "k2"), "JSON.MGET k1 k2 $.a", "k1 k2"),
            row(Json.jsonMset(JsonDocument.of("k1", "{}"), new JsonDocument("k2", "$.a", "1")), "JSON.MSET k1 $ {} k2 $.a 1", "k1 k2"),
            row(Json.jsonNumincrby("k", "$.a", 2), "JSON.NUMINCRBY k $.a 2", "k"),
            row(Json.jsonNumincrby("k", "$.a", 0.5), "JSON.NUMINCRBY k $.a 0.5", "k"),
            row(Json.jsonNummultby("k", "$.a", 2), "JSON.NUMMULTBY k $.a 2", "k"),
            row(Json.jsonNummultby("k", "$.a", 0.5), "JSON.NUMMULTBY k $.a 0.5", "k"),
            row(Json.jsonObjkeys("k", "$"), "JSON.OBJKEYS k $", "k"),
            row(Json.jsonObjlen("k", "$"), "JSON.OBJLEN k $", "k"),
            row(Json.jsonResp("k", "$"), "JSON.RESP k $", "k"),
            row(Json.jsonSet("k", "{}"), "JSON.SET k $ {}", "k"),
            row(Json.jsonSet("k", "$.a", "1"), "JSON.SET k $.a 1", "k"),
            row(Json.jsonSet("k", "$.a", "1", JsonSetIf.ABSENT), "JSON.SET k $.a 1 NX", "k"),
            row(Json.jsonStrappend("k", "$.a", "\"b\""), "JSON.STRAPPEND k $.a \"b\"", "k"),
            row(Json.jsonStrlen("k", "$.a"), "JSON.STRLEN k $.a", "k"),
            row(Json.jsonToggle("k", "$.a"), "JSON.TOGGLE k $.a", "k"),
            row(Json.jsonType("k", "$.a"), "JSON.TYPE k $.a", "k"));
    }
    // spotless:on
}

package dev.carmine.client.command.search;

import dev.carmine.client.command.FactoryContract;
import java.util.stream.Stream;

class SearchTest extends FactoryContract {
    SearchTest() {
        super(Search.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Search.ftAggregate("i", "*"), "FT.AGGREGATE i *"),
            row(Search.ftAggregate("i", "*", AggregateArgs.all().load("@a").groupBy("@c", Reducer.count().as("n")).sortBy("@n", SortOrder.DESC).limit(0, 5)), "FT.AGGREGATE i * LOAD 1 @a GROUPBY 1 @c REDUCE COUNT 0 AS n SORTBY 2 @n DESC LIMIT 0 5"),
            row(Search.ftAggregateWithCursor("i", "*", AggregateArgs.all().loadAll(), 10), "FT.AGGREGATE i * LOAD * WITHCURSOR COUNT 10"),
            row(Search.ftAliasadd("a", "i"), "FT.ALIASADD a i"),
            row(Search.ftAliasdel("a"), "FT.ALIASDEL a"),
            row(Search.ftAliasupdate("a", "i"), "FT.ALIASUPDATE a i"),
            row(Search.ftAlter("i", NumericField.of("n")), "FT.ALTER i SCHEMA ADD n NUMERIC"),
            row(Search.ftConfigGet("*"), "FT.CONFIG GET *"),
            row(Search.ftConfigSet("TIMEOUT", "1"), "FT.CONFIG SET TIMEOUT 1"),
            row(Search.ftCreate("i", TextField.of("t"), TagField.of("g")), "FT.CREATE i SCHEMA t TEXT g TAG"),
            row(Search.ftCreate("i", IndexArgs.onJson().prefixes("u:"), NumericField.of("$.n").as("n").sortable()), "FT.CREATE i ON JSON PREFIX 1 u: SCHEMA $.n AS n NUMERIC SORTABLE"),
            row(Search.ftCursorDel("i", 7), "FT.CURSOR DEL i 7"),
            row(Search.ftCursorRead("i", 7), "FT.CURSOR READ i 7"),
            row(Search.ftDictadd("d", "a", "b"), "FT.DICTADD d a b"),
            row(Search.ftDictdel("d", "a", "b"), "FT.DICTDEL d a b"),
            row(Search.ftDictdump("d"), "FT.DICTDUMP d"),
            row(Search.ftDropindex("i"), "FT.DROPINDEX i"),
            row(Search.ftDropindexWithDocuments("i"), "FT.DROPINDEX i DD"),
            row(Search.ftExplain("i", "q"), "FT.EXPLAIN i q"),
            row(Search.ftInfo("i"), "FT.INFO i"),
            row(Search.ftList(), "FT._LIST"),
            row(Search.ftSearch("i", "q"), "FT.SEARCH i q"),
            row(Search.ftSearch("i", "q", SearchArgs.all().withScores().noContent().limit(0, 2)), "FT.SEARCH i q NOCONTENT WITHSCORES LIMIT 0 2"),
            row(Search.ftSpellcheck("i", "q"), "FT.SPELLCHECK i q"),
            row(Search.ftSpellcheck("i", "q", 2), "FT.SPELLCHECK i q DISTANCE 2"),
            row(Search.ftSugadd("k", "t", 1.5), "FT.SUGADD k t 1.5", "k"),
            row(Search.ftSugaddIncr("k", "t", 1.5), "FT.SUGADD k t 1.5 INCR", "k"),
            row(Search.ftSugdel("k", "t"), "FT.SUGDEL k t", "k"),
            row(Search.ftSugget("k", "p"), "FT.SUGGET k p WITHSCORES", "k"),
            row(Search.ftSugget("k", "p", SuggestArgs.fuzzy().max(3)), "FT.SUGGET k p FUZZY MAX 3 WITHSCORES", "k"),
            row(Search.ftSuglen("k"), "FT.SUGLEN k", "k"),
            row(Search.ftSyndump("i"), "FT.SYNDUMP i"),
            row(Search.ftSynupdate("i", "g", "a", "b"), "FT.SYNUPDATE i g a b"),
            row(Search.ftTagvals("i", "f"), "FT.TAGVALS i f"));
    }
    // spotless:on
}

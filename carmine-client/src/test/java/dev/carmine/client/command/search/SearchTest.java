package dev.carmine.client.command.search;

import dev.carmine.client.command.FactoryContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

class SearchTest extends FactoryContract {
    private static final byte[] VECTOR = "abcd".getBytes(StandardCharsets.US_ASCII);

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
            row(Search.ftAggregateWithCursor("i", "*", AggregateArgs.all(), 10, Duration.ofSeconds(5)), "FT.AGGREGATE i * WITHCURSOR COUNT 10 MAXIDLE 5000"),
            row(Search.ftAliasadd("a", "i"), "FT.ALIASADD a i"),
            row(Search.ftAliasdel("a"), "FT.ALIASDEL a"),
            row(Search.ftAliasupdate("a", "i"), "FT.ALIASUPDATE a i"),
            row(Search.ftAlter("i", NumericField.of("n")), "FT.ALTER i SCHEMA ADD n NUMERIC"),
            row(Search.ftAlterSkipinitialscan("i", NumericField.of("n")), "FT.ALTER i SKIPINITIALSCAN SCHEMA ADD n NUMERIC"),
            row(Search.ftConfigGet("*"), "FT.CONFIG GET *"),
            row(Search.ftConfigSet("TIMEOUT", "1"), "FT.CONFIG SET TIMEOUT 1"),
            row(Search.ftCreate("i", TextField.of("t"), TagField.of("g")), "FT.CREATE i SCHEMA t TEXT g TAG"),
            row(Search.ftCreate("i", IndexArgs.onJson().prefixes("u:"), NumericField.of("$.n").as("n").sortable()), "FT.CREATE i ON JSON PREFIX 1 u: SCHEMA $.n AS n NUMERIC SORTABLE"),
            row(Search.ftCursorDel("i", 7), "FT.CURSOR DEL i 7"),
            row(Search.ftCursorRead("i", 7), "FT.CURSOR READ i 7"),
            row(Search.ftCursorRead("i", 7, 10), "FT.CURSOR READ i 7 COUNT 10"),
            row(Search.ftDictadd("d", "a", "b"), "FT.DICTADD d a b"),
            row(Search.ftDictdel("d", "a", "b"), "FT.DICTDEL d a b"),
            row(Search.ftDictdump("d"), "FT.DICTDUMP d"),
            row(Search.ftDropindex("i"), "FT.DROPINDEX i"),
            row(Search.ftDropindexWithDocuments("i"), "FT.DROPINDEX i DD"),
            row(Search.ftExplain("i", "q"), "FT.EXPLAIN i q"),
            row(Search.ftExplain("i", "q", 2), "FT.EXPLAIN i q DIALECT 2"),
            row(Search.ftHybrid("i", "q", HybridVector.nearest("@v", VECTOR, 5)), "FT.HYBRID i SEARCH q VSIM @v $vector KNN 2 K 5 PARAMS 2 vector abcd"),
            row(Search.ftHybrid("i", "q", HybridVector.within("@v", VECTOR, 0.5), HybridArgs.linear(0.7, 0.3)), "FT.HYBRID i SEARCH q VSIM @v $vector RANGE 2 RADIUS 0.5 COMBINE LINEAR 4 ALPHA 0.7 BETA 0.3 PARAMS 2 vector abcd"),
            row(Search.ftInfo("i"), "FT.INFO i"),
            row(Search.ftList(), "FT._LIST"),
            row(Search.ftProfileAggregate("i", "*", AggregateArgs.all().loadAll()), "FT.PROFILE i AGGREGATE QUERY * LOAD *"),
            row(Search.ftProfileAggregateLimited("i", "*", AggregateArgs.all()), "FT.PROFILE i AGGREGATE LIMITED QUERY *"),
            row(Search.ftProfileSearch("i", "q", SearchArgs.all().noContent()), "FT.PROFILE i SEARCH QUERY q NOCONTENT"),
            row(Search.ftProfileSearchLimited("i", "q", SearchArgs.all()), "FT.PROFILE i SEARCH LIMITED QUERY q"),
            row(Search.ftSearch("i", "q"), "FT.SEARCH i q"),
            row(Search.ftSearch("i", "q", SearchArgs.all().withScores().noContent().limit(0, 2)), "FT.SEARCH i q NOCONTENT WITHSCORES LIMIT 0 2"),
            row(Search.ftSpellcheck("i", "q"), "FT.SPELLCHECK i q"),
            row(Search.ftSpellcheck("i", "q", SpellcheckArgs.distance(2).include("d")), "FT.SPELLCHECK i q DISTANCE 2 TERMS INCLUDE d"),
            row(Search.ftSugadd("k", "t", 1.5), "FT.SUGADD k t 1.5", "k"),
            row(Search.ftSugaddIncr("k", "t", 1.5), "FT.SUGADD k t 1.5 INCR", "k"),
            row(Search.ftSugdel("k", "t"), "FT.SUGDEL k t", "k"),
            row(Search.ftSugget("k", "p"), "FT.SUGGET k p WITHSCORES", "k"),
            row(Search.ftSugget("k", "p", SuggestArgs.fuzzy().max(3)), "FT.SUGGET k p FUZZY MAX 3 WITHSCORES", "k"),
            row(Search.ftSuglen("k"), "FT.SUGLEN k", "k"),
            row(Search.ftSyndump("i"), "FT.SYNDUMP i"),
            row(Search.ftSynupdate("i", "g", "a", "b"), "FT.SYNUPDATE i g a b"),
            row(Search.ftSynupdateSkipinitialscan("i", "g", "a", "b"), "FT.SYNUPDATE i g SKIPINITIALSCAN a b"),
            row(Search.ftTagvals("i", "f"), "FT.TAGVALS i f"));
    }
    // spotless:on
}

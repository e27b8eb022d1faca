package dev.carmine.client.command.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.Command;
import dev.carmine.client.Frames;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Replies as they are documented for both protocols. In the frames, {@code |} stands for CRLF. */
class SearchRepliesTest {
    private static final String HEAD3 = "%5|+attributes|*0|+format|+STRING|+total_results|:7|+warning|*0|+results|";

    @Test
    void readsDocumentsWithTheirFields() {
        expect(
                Search.ftSearch("i", "q"),
                "*5|:7|$2|d1|*4|$1|a|$1|1|$1|b|$1|2|$2|d2|$-1|",
                HEAD3 + "*2|%3|+id|$2|d1|+extra_attributes|%2|$1|a|$1|1|$1|b|$1|2|+values|*0|"
                        + "%3|+id|$2|d2|+extra_attributes|_|+values|*0|",
                new SearchResult(
                        7,
                        List.of(
                                new SearchDocument("d1", null, Map.of("a", "1", "b", "2")),
                                new SearchDocument("d2", null, Map.of()))));
        expect(Search.ftSearch("i", "q"), "*1|:7|", HEAD3 + "*0|", new SearchResult(7, List.of()));
    }

    @Test
    void readsDocumentsInTheFormThatWasAskedFor() {
        SearchDocument scored = new SearchDocument("d1", 0.5, Map.of());
        expect(
                Search.ftSearch("i", "q", SearchArgs.all().noContent()),
                "*3|:7|$2|d1|$2|d2|",
                HEAD3 + "*2|%2|+id|$2|d1|+values|*0|%2|+id|$2|d2|+values|*0|",
                new SearchResult(
                        7,
                        List.of(new SearchDocument("d1", null, Map.of()), new SearchDocument("d2", null, Map.of()))));
        expect(
                Search.ftSearch("i", "q", SearchArgs.all().noContent().withScores()),
                "*3|:7|$2|d1|$3|0.5|",
                HEAD3 + "*1|%3|+id|$2|d1|+score|,0.5|+values|*0|",
                new SearchResult(7, List.of(scored)));
        expect(
                Search.ftSearch("i", "q", SearchArgs.all().withScores()),
                "*4|:7|$2|d1|$3|0.5|*2|$1|a|$1|1|",
                HEAD3 + "*1|%4|+id|$2|d1|+score|,0.5|+extra_attributes|%1|$1|a|$1|1|+values|*0|",
                new SearchResult(7, List.of(new SearchDocument("d1", 0.5, Map.of("a", "1")))));
    }

    @Test
    void refusesDocumentsInAnotherForm() {
        Command<?> keys = Search.ftSearch("i", "q", SearchArgs.all().noContent());
        assertThatThrownBy(() -> Frames.reply(keys, "*0|")).isInstanceOf(CarmineProtocolException.class);
        for (String reply : List.of("*0|", "*2|:1|$2|d1|", "+OK|")) {
            assertThatThrownBy(() -> Frames.reply(Search.ftSearch("i", "q"), reply))
                    .isInstanceOf(CarmineProtocolException.class);
        }
    }

    @Test
    void readsRows() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("c", "x");
        row.put("n", null);
        row.put("l", List.of("1", "2"));
        String flat = "*2|:1|*6|$1|c|$1|x|$1|n|$-1|$1|l|*2|$1|1|$1|2|";
        String named = HEAD3 + "*1|%2|+extra_attributes|%3|$1|c|$1|x|$1|n|_|$1|l|*2|$1|1|$1|2|+values|*0|";

        expect(Search.ftAggregate("i", "*"), flat, named, List.of(row));
        expect(Search.ftAggregate("i", "*"), "*1|:0|", HEAD3 + "*0|", List.of());
        for (Command<?> command :
                List.of(Search.ftCursorRead("i", 9), Search.ftAggregateWithCursor("i", "*", AggregateArgs.all(), 1))) {
            expect(command, "*2|" + flat + ":9|", "*2|" + named + ":9|", new AggregatePage(List.of(row), 9));
        }
        assertThat(new AggregatePage(List.of(), 0).isFinished()).isTrue();
        assertThat(new AggregatePage(List.of(), 9).isFinished()).isFalse();
    }

    @Test
    void readsWhatTextAndVectorHaveFound() {
        String rows = "*2|%2|$5|__key|$2|d1|$7|__score|$4|0.03|%2|$5|__key|$2|d2|$7|__score|$4|0.01|";
        HybridResult expected = new HybridResult(
                2,
                List.of(Map.of("__key", "d1", "__score", "0.03"), Map.of("__key", "d2", "__score", "0.01")),
                List.of("Timeout limit was reached (VSIM)"),
                Duration.ofNanos(1_500_000));
        expect(
                Search.ftHybrid("i", "q", HybridVector.nearest("@v", new byte[4], 5)),
                "*8|+total_results|:2|+results|" + rows.replace("%2|", "*4|")
                        + "+warnings|*1|+Timeout limit was reached (VSIM)|+execution_time|$3|1.5|",
                "%4|+total_results|:2|+results|" + rows
                        + "+warnings|*1|+Timeout limit was reached (VSIM)|+execution_time|,1.5|",
                expected);
    }

    @Test
    void readsWhatTextAndVectorHaveFoundOnValkey() {
        String rows = "*3|:2|*4|+__key|$2|d1|+__score|$4|0.03|*2|+__key|$2|d2|";
        expect(
                Search.ftHybrid("i", "q", HybridVector.nearest("@v", new byte[4], 5)),
                rows,
                rows,
                new HybridResult(
                        2, List.of(Map.of("__key", "d1", "__score", "0.03"), Map.of("__key", "d2")), List.of(), null));
        expect(
                Search.ftHybrid("i", "q", HybridVector.nearest("@v", new byte[4], 5)),
                "*1|:0|",
                "*1|:0|",
                new HybridResult(0, List.of(), List.of(), null));
    }

    @Test
    void readsProfilesInTheFormOfTheServer() {
        String flat = "*3|:1|$2|d1|*2|$1|a|$1|1|";
        String document = "*1|%3|+id|$2|d1|+extra_attributes|%1|$1|a|$1|1|+values|*0|";
        String before8 = "%6" + HEAD3.substring(2) + document + "+profile|%1|+Parsing time|,0.5|";
        String since8 = "%2|+Results|" + HEAD3 + document + "+Profile|%1|+Parsing time|,0.5|";
        SearchResult result = new SearchResult(1, List.of(new SearchDocument("d1", null, Map.of("a", "1"))));
        Command<SearchProfile<SearchResult>> command = Search.ftProfileSearch("i", "q", SearchArgs.all());

        assertThat(Frames.reply(command, "*2|" + flat + "*1|*2|+Parsing time|$3|0.5|"))
                .isEqualTo(new SearchProfile<>(result, List.of(List.of("Parsing time", "0.5"))));
        for (String reply : List.of(before8, since8)) {
            assertThat(Frames.reply(command, reply.replace(":7|", ":1|")))
                    .isEqualTo(new SearchProfile<>(result, Map.of("Parsing time", 0.5)));
        }
        assertThat(Frames.reply(Search.ftProfileAggregate("i", "*", AggregateArgs.all()), "*2|*2|:1|*2|$1|a|$1|1|*0|"))
                .isEqualTo(new SearchProfile<>(List.of(Map.of("a", "1")), List.of()));
    }

    @Test
    void readsFactsAboutAnIndex() {
        expect(
                Search.ftInfo("i"),
                "*16|+index_name|$1|i|+index_options|*0|+attributes|*1|*7|+identifier|$3|$.t|+attribute|$1|t|+type|+TEXT|"
                        + "+SORTABLE|+num_docs|$1|3|+num_terms|$1|5|+indexing|:0|+percent_indexed|$1|1|"
                        + "+hash_indexing_failures|:2|",
                "%8|+index_name|$1|i|+index_options|*0|+attributes|*1|%4|+identifier|$3|$.t|+attribute|$1|t|+type|+TEXT|"
                        + "+flags|*1|+SORTABLE|+num_docs|,3|+num_terms|,5|+indexing|:0|+percent_indexed|,1|"
                        + "+hash_indexing_failures|:2|",
                new IndexInfo("i", List.of(new IndexField("$.t", "t", "TEXT")), 3, 5L, false, 1.0, 2L));
    }

    @Test
    void readsFactsAboutAnIndexOfACluster() {
        String before = "+index_name|$1|i|+attributes|*0|+num_docs|";
        expect(
                Search.ftInfo("i"),
                "*10|" + before + "$1|3|+indexing|:2|+percent_indexed|$3|0.5|",
                "%5|" + before + ",3|+indexing|,2|+percent_indexed|,0.5|",
                new IndexInfo("i", List.of(), 3, null, true, 0.5, null));
    }

    @Test
    void readsFactsAboutAnIndexOnValkey() {
        String facts =
                "*16|+index_name|$1|i|+attributes|*1|*8|+identifier|$1|c|+attribute|$1|c|+type|+TAG|+SEPARATOR|$1|,|"
                        + "+num_docs|$1|3|+num_terms|$1|5|+hash_indexing_failures|$1|0|+backfill_in_progress|$1|1|"
                        + "+backfill_complete_percent|$8|0.250000|+state|+backfill_in_progress|";
        expect(
                Search.ftInfo("i"),
                facts,
                facts,
                new IndexInfo("i", List.of(new IndexField("c", "c", "TAG")), 3, 5L, true, 0.25, 0L));
        String little = "*6|+index_name|$1|i|+attributes|*0|+num_docs|$1|3|";
        expect(Search.ftInfo("i"), little, little, new IndexInfo("i", List.of(), 3, null, null, null, null));
    }

    @Test
    void readsSuggestions() {
        expect(
                Search.ftSugget("k", "h"),
                "*4|$5|hello|$3|1.5|$4|help|$1|1|",
                "*4|$5|hello|,1.5|$4|help|,1|",
                List.of(new Suggestion("hello", 1.5), new Suggestion("help", 1)));
        expect(Search.ftSugget("k", "h"), "*-1|", "_|", List.of());
    }

    @Test
    void readsSimilarWords() {
        expect(
                Search.ftSpellcheck("i", "helo wrld"),
                "*2|*3|$4|TERM|$4|helo|*2|*2|$3|0.5|$5|hello|*2|$1|0|$4|help|*3|$4|TERM|$4|wrld|*0|",
                "%1|+results|%2|$4|helo|*2|%1|$5|hello|,0.5|%1|$4|help|,0|$4|wrld|*0|",
                Map.of("helo", Map.of("hello", 0.5, "help", 0.0), "wrld", Map.of()));
        expect(Search.ftSpellcheck("i", "hello"), "*0|", "%1|+results|%0|", Map.of());
    }

    @Test
    void readsSynonymsSettingsAndNames() {
        expect(Search.ftSyndump("i"), "*2|$3|boy|*1|$1|g|", "%1|$3|boy|*1|$1|g|", Map.of("boy", List.of("g")));
        expect(
                Search.ftConfigGet("*"),
                "*2|*2|+TIMEOUT|$3|500|*2|+EXTLOAD|$-1|",
                "%2|+TIMEOUT|$3|500|+EXTLOAD|_|",
                twoSettings());
        for (Command<?> command : List.of(Search.ftList(), Search.ftTagvals("i", "f"), Search.ftDictdump("d"))) {
            expect(command, "*2|$1|b|$1|a|", "~2|$1|b|$1|a|", Set.of("a", "b"));
        }
    }

    private static Map<String, @Nullable String> twoSettings() {
        Map<String, @Nullable String> settings = new LinkedHashMap<>();
        settings.put("TIMEOUT", "500");
        settings.put("EXTLOAD", null);
        return settings;
    }

    private static void expect(Command<?> command, String resp2, String resp3, Object expected) {
        assertThat((Object) Frames.reply(command, resp2)).as(command.name()).isEqualTo(expected);
        assertThat((Object) Frames.reply(command, resp3)).as(command.name()).isEqualTo(expected);
    }
}

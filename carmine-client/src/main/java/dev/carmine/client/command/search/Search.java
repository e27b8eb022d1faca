package dev.carmine.client.command.search;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.SearchDecoders.*;
import static dev.carmine.client.internal.reply.SearchIndexDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.CommandBuilder;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Commands that index documents and search them. The names of indexes are no keys. What was found is text, as it was
 * stored or as JSON, whatever the client's serializer is.
 *
 * <p>They come with version 1.0 of the module Search, part of Redis since 8.0. Their tests read replies
 * written down after the documentation; they have not met a server.
 */
public final class Search {
    private Search() {}

    // spotless:off
    /** Returns the rows of the documents that fit the query, with no field loaded. O(N) in the documents, since Search 1.1.0: <a href="https://redis.io/docs/latest/commands/ft.aggregate/">FT.AGGREGATE</a>. */
    @Redis("FT.AGGREGATE") @ReadOnly public static Command<List<Map<String, @Nullable Object>>> ftAggregate(String index, String query) { return FT_AGGREGATE.words().arg(index).arg(query).command(ROWS); }

    /** Returns the rows that the arguments make of the documents that fit the query, each with its values by name: text, null, or a list of such. O(N) in the documents, since Search 1.1.0: <a href="https://redis.io/docs/latest/commands/ft.aggregate/">FT.AGGREGATE</a>. */
    @Redis("FT.AGGREGATE") @ReadOnly public static Command<List<Map<String, @Nullable Object>>> ftAggregate(String index, String query, AggregateArgs args) { return FT_AGGREGATE.words().arg(index).arg(query).args(args.words()).command(ROWS); }

    /** Returns the first {@code count} rows, and a cursor for the next ones. O(N) in the documents, since Search 1.1.0: <a href="https://redis.io/docs/latest/commands/ft.aggregate/">FT.AGGREGATE</a>. */
    @Redis("FT.AGGREGATE") @ReadOnly public static Command<AggregatePage> ftAggregateWithCursor(String index, String query, AggregateArgs args, long count) { return FT_AGGREGATE.words().arg(index).arg(query).args(args.words()).arg("WITHCURSOR").arg("COUNT").arg(count).command(PAGE); }

    /** Returns the first {@code count} rows, and a cursor for the next ones, which ends when it was not read for some time, rounded up to milliseconds. O(N) in the documents, since Search 1.1.0: <a href="https://redis.io/docs/latest/commands/ft.aggregate/">FT.AGGREGATE</a>. */
    @Redis("FT.AGGREGATE") @ReadOnly public static Command<AggregatePage> ftAggregateWithCursor(String index, String query, AggregateArgs args, long count, Duration maxIdle) { return FT_AGGREGATE.words().arg(index).arg(query).args(args.words()).arg("WITHCURSOR").arg("COUNT").arg(count).arg("MAXIDLE").arg(QueryWords.millis(maxIdle)).command(PAGE); }

    /** Gives an index another name too, and returns {@code OK}. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.aliasadd/">FT.ALIASADD</a>. */
    @Redis("FT.ALIASADD") public static Command<String> ftAliasadd(String alias, String index) { return FT_ALIASADD.words().arg(alias).arg(index).command(TEXT); }

    /** Takes the other name from an index, and returns {@code OK}. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.aliasdel/">FT.ALIASDEL</a>. */
    @Redis("FT.ALIASDEL") public static Command<String> ftAliasdel(String alias) { return FT_ALIASDEL.words().arg(alias).command(TEXT); }

    /** Gives an index another name, which it takes from the one that has it, and returns {@code OK}. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.aliasupdate/">FT.ALIASUPDATE</a>. */
    @Redis("FT.ALIASUPDATE") public static Command<String> ftAliasupdate(String alias, String index) { return FT_ALIASUPDATE.words().arg(alias).arg(index).command(TEXT); }

    /** Adds a field to an index, and returns {@code OK}. O(N) in the keys, in the background, since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.alter/">FT.ALTER</a>. */
    @Redis("FT.ALTER") public static Command<String> ftAlter(String index, SearchField<?> field) { return FT_ALTER.words().arg(index).arg("SCHEMA").arg("ADD").args(field.words()).command(TEXT); }

    /** Adds a field to an index, for what is stored from now on, and returns {@code OK}. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.alter/">FT.ALTER</a>. */
    @Redis("FT.ALTER") public static Command<String> ftAlterSkipinitialscan(String index, SearchField<?> field) { return FT_ALTER.words().arg(index).arg("SKIPINITIALSCAN").arg("SCHEMA").arg("ADD").args(field.words()).command(TEXT); }

    /** Returns the settings of the module whose name is given, all for {@code *}; deprecated since Redis 8.0, where they are settings of the server. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.config-get/">FT.CONFIG GET</a>. */
    @Redis("FT.CONFIG GET") public static Command<Map<String, @Nullable String>> ftConfigGet(String name) { return FT_CONFIG_GET.words().arg(name).command(SETTINGS); }

    /** Changes a setting of the module, and returns {@code OK}; deprecated since Redis 8.0. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.config-set/">FT.CONFIG SET</a>. */
    @Redis("FT.CONFIG SET") public static Command<String> ftConfigSet(String name, String value) { return FT_CONFIG_SET.words().arg(name).arg(value).command(TEXT); }

    /** Makes an index of all hashes, and returns {@code OK}. O(N) in the keys, in the background, since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.create/">FT.CREATE</a>. */
    @Redis("FT.CREATE") public static Command<String> ftCreate(String index, SearchField<?>... fields) { return FT_CREATE.words().arg(index).arg("SCHEMA").each(List.of(fields), Search::write).command(TEXT); }

    /** Makes an index of what the arguments choose, and returns {@code OK}. O(N) in the keys, in the background, since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.create/">FT.CREATE</a>. */
    @Redis("FT.CREATE") public static Command<String> ftCreate(String index, IndexArgs args, SearchField<?>... fields) { return FT_CREATE.words().arg(index).args(args.words()).arg("SCHEMA").each(List.of(fields), Search::write).command(TEXT); }

    /** Ends a cursor, and returns {@code OK}. O(1), since Search 1.1.0: <a href="https://redis.io/docs/latest/commands/ft.cursor-del/">FT.CURSOR DEL</a>. */
    @Redis("FT.CURSOR DEL") public static Command<String> ftCursorDel(String index, long cursor) { return FT_CURSOR_DEL.words().arg(index).arg(cursor).command(TEXT); }

    /** Returns the next rows of an aggregation, as many as its first page had room for. O(N) in the rows, since Search 1.1.0: <a href="https://redis.io/docs/latest/commands/ft.cursor-read/">FT.CURSOR READ</a>. */
    @Redis("FT.CURSOR READ") public static Command<AggregatePage> ftCursorRead(String index, long cursor) { return FT_CURSOR_READ.words().arg(index).arg(cursor).command(PAGE); }

    /** Returns the next rows of an aggregation, up to {@code count}. O(N) in the rows, since Search 1.1.0: <a href="https://redis.io/docs/latest/commands/ft.cursor-read/">FT.CURSOR READ</a>. */
    @Redis("FT.CURSOR READ") public static Command<AggregatePage> ftCursorRead(String index, long cursor, long count) { return FT_CURSOR_READ.words().arg(index).arg(cursor).arg("COUNT").arg(count).command(PAGE); }

    /** Adds words to a dictionary of {@code FT.SPELLCHECK}, and returns how many are new. O(N), since Search 1.4.0: <a href="https://redis.io/docs/latest/commands/ft.dictadd/">FT.DICTADD</a>. */
    @Redis("FT.DICTADD") public static Command<Long> ftDictadd(String dictionary, String... words) { return FT_DICTADD.words().arg(dictionary).args(words).command(LONG); }

    /** Takes words out of a dictionary, and returns how many were there. O(N), since Search 1.4.0: <a href="https://redis.io/docs/latest/commands/ft.dictdel/">FT.DICTDEL</a>. */
    @Redis("FT.DICTDEL") public static Command<Long> ftDictdel(String dictionary, String... words) { return FT_DICTDEL.words().arg(dictionary).args(words).command(LONG); }

    /** Returns the words of a dictionary. O(N), since Search 1.4.0: <a href="https://redis.io/docs/latest/commands/ft.dictdump/">FT.DICTDUMP</a>. */
    @Redis("FT.DICTDUMP") @ReadOnly public static Command<Set<String>> ftDictdump(String dictionary) { return FT_DICTDUMP.words().arg(dictionary).command(TEXT_SET); }

    /** Deletes an index but not its documents, and returns {@code OK}. O(1), since Search 2.0.0: <a href="https://redis.io/docs/latest/commands/ft.dropindex/">FT.DROPINDEX</a>. */
    @Redis("FT.DROPINDEX") public static Command<String> ftDropindex(String index) { return FT_DROPINDEX.words().arg(index).command(TEXT); }

    /** Deletes an index and its documents, and returns {@code OK}. O(N) in the documents, since Search 2.0.0: <a href="https://redis.io/docs/latest/commands/ft.dropindex/">FT.DROPINDEX</a>. */
    @Redis("FT.DROPINDEX") public static Command<String> ftDropindexWithDocuments(String index) { return FT_DROPINDEX.words().arg(index).arg("DD").command(TEXT); }

    /** Returns how the server reads a query, for people. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.explain/">FT.EXPLAIN</a>. */
    @Redis("FT.EXPLAIN") @ReadOnly public static Command<String> ftExplain(String index, String query) { return FT_EXPLAIN.words().arg(index).arg(query).command(TEXT); }

    /** Returns how the server reads a query in a version of its language, for people. O(1), since Search 2.4.3: <a href="https://redis.io/docs/latest/commands/ft.explain/">FT.EXPLAIN</a>. */
    @Redis("FT.EXPLAIN") @ReadOnly public static Command<String> ftExplain(String index, String query, int dialect) { return FT_EXPLAIN.words().arg(index).arg(query).arg("DIALECT").arg(dialect).command(TEXT); }

    /** Returns the keys of the ten documents that fit the query or lie near the vector and rank best in both. O(N+M) in the documents that fit the query and the complexity of the vector search, since 8.4.0: <a href="https://redis.io/docs/latest/commands/ft.hybrid/">FT.HYBRID</a>. */
    @Redis("FT.HYBRID") @ReadOnly public static Command<HybridResult> ftHybrid(String index, String query, HybridVector vector) { return FT_HYBRID.words().arg(index).arg("SEARCH").arg(query).args(HybridArgs.ranks().words(vector)).command(HYBRID); }

    /** Returns the rows that the arguments make of the documents that fit the query or lie near the vector, which they combine. O(N+M) in the documents that fit the query and the complexity of the vector search, since 8.4.0: <a href="https://redis.io/docs/latest/commands/ft.hybrid/">FT.HYBRID</a>. */
    @Redis("FT.HYBRID") @ReadOnly public static Command<HybridResult> ftHybrid(String index, String query, HybridVector vector, HybridArgs args) { return FT_HYBRID.words().arg(index).arg("SEARCH").arg(query).args(args.words(vector)).command(HYBRID); }

    /** Returns facts about an index. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.info/">FT.INFO</a>. */
    @Redis("FT.INFO") @ReadOnly public static Command<IndexInfo> ftInfo(String index) { return FT_INFO.words().arg(index).command(INDEX_INFO); }

    /** Returns the names of all indexes. O(1), since Search 2.0.0: <a href="https://redis.io/docs/latest/commands/ft._list/">FT._LIST</a>. */
    @Redis("FT._LIST") @ReadOnly public static Command<Set<String>> ftList() { return FT__LIST.command(TEXT_SET); }

    /** Runs {@code FT.AGGREGATE}, and returns its result with where the time went. O(N) in the documents, since Search 2.2.0: <a href="https://redis.io/docs/latest/commands/ft.profile/">FT.PROFILE</a>. */
    @Redis("FT.PROFILE") @ReadOnly public static Command<SearchProfile<List<Map<String, @Nullable Object>>>> ftProfileAggregate(String index, String query, AggregateArgs args) { return FT_PROFILE.words().arg(index).arg("AGGREGATE").arg("QUERY").arg(query).args(args.words()).command(PROFILED_ROWS); }

    /** Runs {@code FT.AGGREGATE}, and returns its result with where the time went, without details of the parts of unions. O(N) in the documents, since Search 2.2.0: <a href="https://redis.io/docs/latest/commands/ft.profile/">FT.PROFILE</a>. */
    @Redis("FT.PROFILE") @ReadOnly public static Command<SearchProfile<List<Map<String, @Nullable Object>>>> ftProfileAggregateLimited(String index, String query, AggregateArgs args) { return FT_PROFILE.words().arg(index).arg("AGGREGATE").arg("LIMITED").arg("QUERY").arg(query).args(args.words()).command(PROFILED_ROWS); }

    /** Runs {@code FT.SEARCH}, and returns its result with where the time went. O(N) in the documents, since Search 2.2.0: <a href="https://redis.io/docs/latest/commands/ft.profile/">FT.PROFILE</a>. */
    @Redis("FT.PROFILE") @ReadOnly public static Command<SearchProfile<SearchResult>> ftProfileSearch(String index, String query, SearchArgs args) { return FT_PROFILE.words().arg(index).arg("SEARCH").arg("QUERY").arg(query).args(args.words()).command(profiled(args.hasScores(), args.hasContent())); }

    /** Runs {@code FT.SEARCH}, and returns its result with where the time went, without details of the parts of unions. O(N) in the documents, since Search 2.2.0: <a href="https://redis.io/docs/latest/commands/ft.profile/">FT.PROFILE</a>. */
    @Redis("FT.PROFILE") @ReadOnly public static Command<SearchProfile<SearchResult>> ftProfileSearchLimited(String index, String query, SearchArgs args) { return FT_PROFILE.words().arg(index).arg("SEARCH").arg("LIMITED").arg("QUERY").arg(query).args(args.words()).command(profiled(args.hasScores(), args.hasContent())); }

    /** Returns the ten documents that fit the query best, with all of their fields. O(N) in the documents that fit, since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.search/">FT.SEARCH</a>. */
    @Redis("FT.SEARCH") @ReadOnly public static Command<SearchResult> ftSearch(String index, String query) { return FT_SEARCH.words().arg(index).arg(query).command(FOUND); }

    /** Returns the documents that fit the query, and of them what the arguments choose. O(N) in the documents that fit, since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.search/">FT.SEARCH</a>. */
    @Redis("FT.SEARCH") @ReadOnly public static Command<SearchResult> ftSearch(String index, String query, SearchArgs args) { return FT_SEARCH.words().arg(index).arg(query).args(args.words()).command(found(args.hasScores(), args.hasContent())); }

    /** Returns, for each word of the query that the index does not know, similar words with their scores. O(1), since Search 1.4.0: <a href="https://redis.io/docs/latest/commands/ft.spellcheck/">FT.SPELLCHECK</a>. */
    @Redis("FT.SPELLCHECK") @ReadOnly public static Command<Map<String, Map<String, Double>>> ftSpellcheck(String index, String query) { return FT_SPELLCHECK.words().arg(index).arg(query).command(CORRECTIONS); }

    /** Returns, for each word of the query that the index does not know, those words with their scores that the arguments choose. O(1), since Search 1.4.0: <a href="https://redis.io/docs/latest/commands/ft.spellcheck/">FT.SPELLCHECK</a>. */
    @Redis("FT.SPELLCHECK") @ReadOnly public static Command<Map<String, Map<String, Double>>> ftSpellcheck(String index, String query, SpellcheckArgs args) { return FT_SPELLCHECK.words().arg(index).arg(query).args(args.words()).command(CORRECTIONS); }

    /** Adds a suggestion or replaces its score, and returns how many there are. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.sugadd/">FT.SUGADD</a>. */
    @Redis("FT.SUGADD") public static Command<Long> ftSugadd(String key, String text, double score) { return FT_SUGADD.key(key).arg(text).arg(score).command(LONG); }

    /** Adds to the score of a suggestion, which is made if it is missing, and returns how many there are. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.sugadd/">FT.SUGADD</a>. */
    @Redis("FT.SUGADD") public static Command<Long> ftSugaddIncr(String key, String text, double increment) { return FT_SUGADD.key(key).arg(text).arg(increment).arg("INCR").command(LONG); }

    /** Deletes a suggestion, and tells whether it was there. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.sugdel/">FT.SUGDEL</a>. */
    @Redis("FT.SUGDEL") public static Command<Boolean> ftSugdel(String key, String text) { return FT_SUGDEL.command(key, text, BOOL); }

    /** Returns up to five suggestions that begin with the prefix, the best first; empty if {@code key} is missing. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.sugget/">FT.SUGGET</a>. */
    @Redis("FT.SUGGET") @ReadOnly public static Command<List<Suggestion>> ftSugget(String key, String prefix) { return FT_SUGGET.key(key).arg(prefix).arg("WITHSCORES").command(SUGGESTIONS); }

    /** Returns the suggestions for the prefix that the arguments choose, the best first; empty if {@code key} is missing. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.sugget/">FT.SUGGET</a>. */
    @Redis("FT.SUGGET") @ReadOnly public static Command<List<Suggestion>> ftSugget(String key, String prefix, SuggestArgs args) { return FT_SUGGET.key(key).arg(prefix).args(args.words()).arg("WITHSCORES").command(SUGGESTIONS); }

    /** Returns how many suggestions there are; 0 if {@code key} is missing. O(1), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.suglen/">FT.SUGLEN</a>. */
    @Redis("FT.SUGLEN") @ReadOnly public static Command<Long> ftSuglen(String key) { return FT_SUGLEN.command(key, LONG); }

    /** Returns the words that have synonyms, each with the groups it is in. O(1), since Search 1.2.0: <a href="https://redis.io/docs/latest/commands/ft.syndump/">FT.SYNDUMP</a>. */
    @Redis("FT.SYNDUMP") @ReadOnly public static Command<Map<String, List<String>>> ftSyndump(String index) { return FT_SYNDUMP.words().arg(index).command(SYNONYMS); }

    /** Adds words to a group of synonyms, and returns {@code OK}. O(1), since Search 1.2.0: <a href="https://redis.io/docs/latest/commands/ft.synupdate/">FT.SYNUPDATE</a>. */
    @Redis("FT.SYNUPDATE") public static Command<String> ftSynupdate(String index, String group, String... words) { return FT_SYNUPDATE.words().arg(index).arg(group).args(words).command(TEXT); }

    /** Adds words to a group of synonyms, for what is stored from now on, and returns {@code OK}. O(1), since Search 1.2.0: <a href="https://redis.io/docs/latest/commands/ft.synupdate/">FT.SYNUPDATE</a>. */
    @Redis("FT.SYNUPDATE") public static Command<String> ftSynupdateSkipinitialscan(String index, String group, String... words) { return FT_SYNUPDATE.words().arg(index).arg(group).arg("SKIPINITIALSCAN").args(words).command(TEXT); }

    /** Returns the different tags of a field of tags. O(N), since Search 1.0.0: <a href="https://redis.io/docs/latest/commands/ft.tagvals/">FT.TAGVALS</a>. */
    @Redis("FT.TAGVALS") @ReadOnly public static Command<Set<String>> ftTagvals(String index, String field) { return FT_TAGVALS.words().arg(index).arg(field).command(TEXT_SET); }
    // spotless:on

    private static void write(CommandBuilder words, SearchField<?> field) {
        words.args(field.words());
    }
}

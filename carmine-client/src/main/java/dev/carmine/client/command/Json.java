package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.JsonDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands on JSON documents.
 *
 * <p>Documents and values are JSON text, whatever the client's serializer is; a JSON string has its quotes: {@code
 * jsonSet("k", "$.name", "\"Ann\"")}. Paths begin with {@code $}. Such a path may lead to several places, and a
 * result has one element for each of them; none if it leads nowhere. Paths of the older syntax, without {@code $}, get
 * other replies, for which there is {@code Command.of(...)}. What a command on a missing key gives, null, an empty list
 * or an error, depends on the module and its version where the comment does not say.
 *
 * <p>{@code JSON.FORGET} is another name of {@code JSON.DEL}, so it is left out.
 *
 * <p>They come with version 1.0 of the module JSON, part of Redis since 8.0; Valkey has a module of its
 * own, without {@code JSON.MERGE}. Their tests read replies written down after the documentation; they have not met a
 * server.
 */
public final class Json {
    /** The path to the whole document. */
    static final String ROOT = "$";

    /** The same in the older syntax, by which {@code JSON.GET} gives the document itself, not an array with it. */
    private static final String WHOLE = ".";

    private Json() {}

    // spotless:off
    /** Appends values to each array that the path leads to, and returns their new lengths; null for what is no array. O(1) a value for a path to one place, else O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.arrappend/">JSON.ARRAPPEND</a>. */
    @Redis("JSON.ARRAPPEND") public static Command<List<@Nullable Long>> jsonArrappend(String key, String path, String... json) { return JSON_ARRAPPEND.key(key).arg(path).args(json).command(OPTIONAL_LONGS); }

    /** Returns the index of the first element equal to a value in each array that the path leads to, -1 if there is none; null for what is no array. O(N) in the arrays, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.arrindex/">JSON.ARRINDEX</a>. */
    @Redis("JSON.ARRINDEX") @ReadOnly public static Command<List<@Nullable Long>> jsonArrindex(String key, String path, String json) { return JSON_ARRINDEX.key(key).arg(path).arg(json).command(OPTIONAL_LONGS); }

    /** Returns the index of the first element equal to a value from {@code start} on and before {@code stop}, of which negative ones count from the end and a {@code stop} of 0 is the end, in each array that the path leads to, -1 if there is none; null for what is no array. O(N) in the arrays, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.arrindex/">JSON.ARRINDEX</a>. */
    @Redis("JSON.ARRINDEX") @ReadOnly public static Command<List<@Nullable Long>> jsonArrindex(String key, String path, String json, long start, long stop) { return JSON_ARRINDEX.key(key).arg(path).arg(json).arg(start).arg(stop).command(OPTIONAL_LONGS); }

    /** Inserts values before the index, negative ones counting from the end, in each array that the path leads to, and returns their new lengths; null for what is no array. O(N) in the arrays, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.arrinsert/">JSON.ARRINSERT</a>. */
    @Redis("JSON.ARRINSERT") public static Command<List<@Nullable Long>> jsonArrinsert(String key, String path, long index, String... json) { return JSON_ARRINSERT.key(key).arg(path).arg(index).args(json).command(OPTIONAL_LONGS); }

    /** Returns the length of each array that the path leads to; null for what is no array. O(1) for a path to one place, else O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.arrlen/">JSON.ARRLEN</a>. */
    @Redis("JSON.ARRLEN") @ReadOnly public static Command<@Nullable List<@Nullable Long>> jsonArrlen(String key, String path) { return JSON_ARRLEN.key(key).arg(path).command(NULLABLE_LONGS); }

    /** Takes the last element of each array that the path leads to, as JSON; null for an empty one and for what is no array. O(1) for a path to one place, else O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.arrpop/">JSON.ARRPOP</a>. */
    @Redis("JSON.ARRPOP") public static Command<List<@Nullable String>> jsonArrpop(String key, String path) { return JSON_ARRPOP.key(key).arg(path).command(OPTIONAL_TEXTS); }

    /** Takes the element at the index, negative ones counting from the end, of each array that the path leads to, as JSON; null for an empty one and for what is no array. O(N) in the arrays, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.arrpop/">JSON.ARRPOP</a>. */
    @Redis("JSON.ARRPOP") public static Command<List<@Nullable String>> jsonArrpop(String key, String path, long index) { return JSON_ARRPOP.key(key).arg(path).arg(index).command(OPTIONAL_TEXTS); }

    /** Keeps the elements from {@code start} to {@code stop}, both included, of each array that the path leads to, and returns their new lengths; null for what is no array. O(N) in the arrays, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.arrtrim/">JSON.ARRTRIM</a>. */
    @Redis("JSON.ARRTRIM") public static Command<List<@Nullable Long>> jsonArrtrim(String key, String path, long start, long stop) { return JSON_ARRTRIM.key(key).arg(path).arg(start).arg(stop).command(OPTIONAL_LONGS); }

    /** Empties arrays and objects and sets numbers to 0 where the path leads to, and returns how many it has changed. O(N) in what is cleared, since JSON 2.0.0: <a href="https://redis.io/docs/latest/commands/json.clear/">JSON.CLEAR</a>. */
    @Redis("JSON.CLEAR") public static Command<Long> jsonClear(String key, String path) { return JSON_CLEAR.key(key).arg(path).command(LONG); }

    /** Returns how many bytes each value that the path leads to takes. O(N) in the values, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.debug-memory/">JSON.DEBUG MEMORY</a>. */
    @Redis("JSON.DEBUG MEMORY") @ReadOnly public static Command<List<Long>> jsonDebugMemory(String key, String path) { return JSON_DEBUG_MEMORY.key(key).arg(path).command(LONGS); }

    /** Deletes the document, and returns 1, or 0 if {@code key} is missing. O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.del/">JSON.DEL</a>. */
    @Redis("JSON.DEL") public static Command<Long> jsonDel(String key) { return JSON_DEL.command(key, LONG); }

    /** Deletes what the path leads to, and returns how many values that were. O(N) in what is deleted, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.del/">JSON.DEL</a>. */
    @Redis("JSON.DEL") public static Command<Long> jsonDel(String key, String path) { return JSON_DEL.key(key).arg(path).command(LONG); }

    /** Returns the document itself as JSON, or null if {@code key} is missing. O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.get/">JSON.GET</a>. */
    @Redis("JSON.GET") @ReadOnly public static Command<@Nullable String> jsonGet(String key) { return JSON_GET.key(key).arg(WHOLE).command(NULLABLE_TEXT); }

    /** Returns what one path leads to as a JSON array, or for several paths a JSON object of such arrays by path; null if {@code key} is missing. O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.get/">JSON.GET</a>. */
    @Redis("JSON.GET") @ReadOnly public static Command<@Nullable String> jsonGet(String key, String... paths) { return JSON_GET.key(key).args(paths).command(NULLABLE_TEXT); }

    /** Returns what one path leads to as a JSON array, or for several paths a JSON object of such arrays by path, laid out as the arguments say; null if {@code key} is missing. O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.get/">JSON.GET</a>. */
    @Redis("JSON.GET") @ReadOnly public static Command<@Nullable String> jsonGet(String key, JsonGetArgs args, String... paths) { return JSON_GET.key(key).args(args.words()).args(paths).command(NULLABLE_TEXT); }

    /** Merges JSON into the values that the path leads to, where null deletes a name, and tells whether it leads anywhere. O(N) in both values, since JSON 2.6.0: <a href="https://redis.io/docs/latest/commands/json.merge/">JSON.MERGE</a>. */
    @Redis("JSON.MERGE") public static Command<Boolean> jsonMerge(String key, String path, String json) { return JSON_MERGE.key(key).arg(path).arg(json).command(IS_DONE); }

    /** Returns what the path leads to in each document as a JSON array; null for each key that is missing. O(N) in the documents, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.mget/">JSON.MGET</a>. */
    @Redis("JSON.MGET") @ReadOnly public static Command<List<@Nullable String>> jsonMget(String path, String... keys) { return JSON_MGET.words().keys(keys).arg(path).command(OPTIONAL_TEXTS); }

    /** Sets documents or parts of them, all or none, and returns {@code OK}. O(N) in what is set, since JSON 2.6.0: <a href="https://redis.io/docs/latest/commands/json.mset/">JSON.MSET</a>. */
    @Redis("JSON.MSET") public static Command<String> jsonMset(JsonDocument... documents) { return JSON_MSET.words().each(List.of(documents), JsonDocument::write).command(TEXT); }

    /** Adds to each number that the path leads to an integer, and returns them, each as {@code Long} or {@code Double}; null for what is no number. O(1) for a path to one place, else O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.numincrby/">JSON.NUMINCRBY</a>. */
    @Redis("JSON.NUMINCRBY") public static Command<List<@Nullable Number>> jsonNumincrby(String key, String path, long increment) { return JSON_NUMINCRBY.key(key).arg(path).arg(increment).command(OPTIONAL_NUMBERS); }

    /** Adds to each number that the path leads to a floating-point number, and returns them, each as {@code Long} or {@code Double}; null for what is no number. O(1) for a path to one place, else O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.numincrby/">JSON.NUMINCRBY</a>. */
    @Redis("JSON.NUMINCRBY") public static Command<List<@Nullable Number>> jsonNumincrby(String key, String path, double increment) { return JSON_NUMINCRBY.key(key).arg(path).arg(increment).command(OPTIONAL_NUMBERS); }

    /** Multiplies each number that the path leads to by an integer, and returns them, each as {@code Long} or {@code Double}; null for what is no number. O(1) for a path to one place, else O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.nummultby/">JSON.NUMMULTBY</a>. */
    @Redis("JSON.NUMMULTBY") public static Command<List<@Nullable Number>> jsonNummultby(String key, String path, long factor) { return JSON_NUMMULTBY.key(key).arg(path).arg(factor).command(OPTIONAL_NUMBERS); }

    /** Multiplies each number that the path leads to by a floating-point number, and returns them, each as {@code Long} or {@code Double}; null for what is no number. O(1) for a path to one place, else O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.nummultby/">JSON.NUMMULTBY</a>. */
    @Redis("JSON.NUMMULTBY") public static Command<List<@Nullable Number>> jsonNummultby(String key, String path, double factor) { return JSON_NUMMULTBY.key(key).arg(path).arg(factor).command(OPTIONAL_NUMBERS); }

    /** Returns the names in each object that the path leads to; null for what is no object. O(N) in the objects, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.objkeys/">JSON.OBJKEYS</a>. */
    @Redis("JSON.OBJKEYS") @ReadOnly public static Command<@Nullable List<@Nullable List<String>>> jsonObjkeys(String key, String path) { return JSON_OBJKEYS.key(key).arg(path).command(NULLABLE_TEXT_LISTS); }

    /** Returns how many names each object that the path leads to has; null for what is no object. O(1) for a path to one place, else O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.objlen/">JSON.OBJLEN</a>. */
    @Redis("JSON.OBJLEN") @ReadOnly public static Command<@Nullable List<@Nullable Long>> jsonObjlen(String key, String path) { return JSON_OBJLEN.key(key).arg(path).command(NULLABLE_LONGS); }

    /** Returns what the path leads to as strings, numbers and lists, in which a bracket as the first element tells arrays from objects; deprecated by Redis since JSON 2.6. O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.resp/">JSON.RESP</a>. */
    @Redis("JSON.RESP") @ReadOnly public static Command<@Nullable Object> jsonResp(String key, String path) { return JSON_RESP.key(key).arg(path).command(ANYTHING); }

    /** Sets the whole document, and returns {@code OK}. O(N) in both documents, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.set/">JSON.SET</a>. */
    @Redis("JSON.SET") public static Command<String> jsonSet(String key, String json) { return JSON_SET.key(key).arg(ROOT).arg(json).command(TEXT); }

    /** Sets what the path leads to, or adds a last name of it to an object, and tells whether it led anywhere. O(N) in both values, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.set/">JSON.SET</a>. */
    @Redis("JSON.SET") public static Command<Boolean> jsonSet(String key, String path, String json) { return JSON_SET.key(key).arg(path).arg(json).command(IS_DONE); }

    /** Sets what the path leads to on a condition, and tells whether it did. O(N) in both values, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.set/">JSON.SET</a>. */
    @Redis("JSON.SET") public static Command<Boolean> jsonSet(String key, String path, String json, JsonSetIf condition) { return JSON_SET.key(key).arg(path).arg(json).arg(condition.word()).command(IS_DONE); }

    /** Appends to each string that the path leads to; the suffix is JSON, so it has quotes. Returns their new lengths; null for what is no string. O(1) for a path to one place, else O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.strappend/">JSON.STRAPPEND</a>. */
    @Redis("JSON.STRAPPEND") public static Command<List<@Nullable Long>> jsonStrappend(String key, String path, String json) { return JSON_STRAPPEND.key(key).arg(path).arg(json).command(OPTIONAL_LONGS); }

    /** Returns the length of each string that the path leads to; null for what is no string. O(1) for a path to one place, else O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.strlen/">JSON.STRLEN</a>. */
    @Redis("JSON.STRLEN") @ReadOnly public static Command<@Nullable List<@Nullable Long>> jsonStrlen(String key, String path) { return JSON_STRLEN.key(key).arg(path).command(NULLABLE_LONGS); }

    /** Turns each truth value that the path leads to into the other, and returns what it is now; null for what is no truth value. O(1) for a path to one place, else O(N) in the document, since JSON 2.0.0: <a href="https://redis.io/docs/latest/commands/json.toggle/">JSON.TOGGLE</a>. */
    @Redis("JSON.TOGGLE") public static Command<List<@Nullable Boolean>> jsonToggle(String key, String path) { return JSON_TOGGLE.key(key).arg(path).command(OPTIONAL_BOOLS); }

    /** Returns the types of what the path leads to: {@code object}, {@code array}, {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code null}. O(1) for a path to one place, else O(N) in the document, since JSON 1.0.0: <a href="https://redis.io/docs/latest/commands/json.type/">JSON.TYPE</a>. */
    @Redis("JSON.TYPE") @ReadOnly public static Command<@Nullable List<String>> jsonType(String key, String path) { return JSON_TYPE.key(key).arg(path).command(TYPES); }
    // spotless:on
}

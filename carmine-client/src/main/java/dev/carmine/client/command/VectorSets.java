package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.ResultDecoders.*;
import static dev.carmine.client.internal.reply.VectorDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import dev.carmine.client.internal.command.Stored;
import dev.carmine.client.internal.command.Vectors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands on vector sets: elements with vectors, and the search for those that are similar. Redis alone has them. */
public final class VectorSets {
    private VectorSets() {}

    // spotless:off
    /** Adds an element with its vector, or changes its vector, and tells whether it is new. O(log N), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vadd/">VADD</a>. */
    @Redis("VADD") public static Command<Boolean> vadd(String key, Object element, float... vector) { return VADD.key(key).arg("FP32").value(Vectors.fp32(vector)).value(element).command(BOOL); }

    /** Adds an element with its vector as the arguments say, or changes its vector, and tells whether it is new. O(log N), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vadd/">VADD</a>. */
    @Redis("VADD") public static Command<Boolean> vadd(String key, VaddArgs args, Object element, float... vector) { return VADD.key(key).args(args.wordsBeforeVector()).arg("FP32").value(Vectors.fp32(vector)).value(element).args(args.words()).command(BOOL); }

    /** Returns how many elements there are; 0 if {@code key} is missing. O(1), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vcard/">VCARD</a>. */
    @Redis("VCARD") @ReadOnly public static Command<Long> vcard(String key) { return VCARD.command(key, LONG); }

    /** Returns how many numbers each vector has; the server refuses it if {@code key} is missing. O(1), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vdim/">VDIM</a>. */
    @Redis("VDIM") @ReadOnly public static Command<Long> vdim(String key) { return VDIM.command(key, LONG); }

    /** Returns the vector of an element, about as it was given, or null if it is missing. O(N) in the numbers, since 8.0.0: <a href="https://redis.io/docs/latest/commands/vemb/">VEMB</a>. */
    @Redis("VEMB") @ReadOnly public static Command<float @Nullable []> vemb(String key, Object element) { return VEMB.command(key, element, NULLABLE_VECTOR); }

    /** Returns the vector of an element as the set keeps it, or null if it is missing. O(N) in the numbers, since 8.0.0: <a href="https://redis.io/docs/latest/commands/vemb/">VEMB</a>. */
    @Redis("VEMB") @ReadOnly public static Command<@Nullable RawVector> vembRaw(String key, Object element) { return VEMB.key(key).value(element).arg("RAW").command(NULLABLE_RAW_VECTOR); }

    /** Returns the attributes of an element in JSON, or null if it has none or is missing. O(1), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vgetattr/">VGETATTR</a>. */
    @Redis("VGETATTR") @ReadOnly public static Command<@Nullable String> vgetattr(String key, Object element) { return VGETATTR.command(key, element, NULLABLE_TEXT); }

    /** Tells how the set is made, or null if {@code key} is missing. O(1), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vinfo/">VINFO</a>. */
    @Redis("VINFO") @ReadOnly public static Command<@Nullable VectorSetInfo> vinfo(String key) { return VINFO.command(key, VECTOR_SET_INFO); }

    /** Tells whether the element is in the set. O(1), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vismember/">VISMEMBER</a>. */
    @Redis("VISMEMBER") @ReadOnly public static Command<Boolean> vismember(String key, Object element) { return VISMEMBER.command(key, element, BOOL); }

    /** Returns the neighbours of an element in the graph, a list for each layer from the highest, or null if it is missing. O(1), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vlinks/">VLINKS</a>. */
    @Redis("VLINKS") @ReadOnly public static Command<@Nullable List<List<@Stored String>>> vlinks(String key, Object element) { return VLINKS.command(key, element, NULLABLE_LAYERS); }

    /** Returns the neighbours of an element in the graph with their similarity to it, a list for each layer from the highest, or null if it is missing. O(1), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vlinks/">VLINKS</a>. */
    @Redis("VLINKS") @ReadOnly public static Command<@Nullable List<List<ScoredMember<@Stored String>>>> vlinksWithScores(String key, Object element) { return VLINKS.key(key).value(element).arg("WITHSCORES").command(NULLABLE_SCORED_LAYERS); }

    /** Returns a random element, or null if {@code key} is missing. O(1), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vrandmember/">VRANDMEMBER</a>. */
    @Redis("VRANDMEMBER") @ReadOnly public static Command<@Nullable @Stored String> vrandmember(String key) { return VRANDMEMBER.command(key, NULLABLE_VALUE); }

    /** Returns up to {@code count} different random elements, or exactly as many with repetitions if it is negative; empty if {@code key} is missing. O(N) in the count, since 8.0.0: <a href="https://redis.io/docs/latest/commands/vrandmember/">VRANDMEMBER</a>. */
    @Redis("VRANDMEMBER") @ReadOnly public static Command<List<@Stored String>> vrandmember(String key, long count) { return VRANDMEMBER.key(key).arg(count).command(VALUES); }

    /** Returns up to {@code count} elements in the range, in the order of their bytes; all of them if it is negative. O(log N), and the elements returned, since 8.4.0: <a href="https://redis.io/docs/latest/commands/vrange/">VRANGE</a>. */
    @Redis("VRANGE") @ReadOnly public static Command<List<@Stored String>> vrange(String key, LexRange range, long count) { return VRANGE.key(key).args(range.words()).arg(count).command(VALUES); }

    /** Removes an element, and tells whether it was there. O(log N), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vrem/">VREM</a>. */
    @Redis("VREM") public static Command<Boolean> vrem(String key, Object element) { return VREM.command(key, element, BOOL); }

    /** Gives an element attributes in JSON, or takes them away with an empty text, and tells whether the element exists. O(1), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vsetattr/">VSETATTR</a>. */
    @Redis("VSETATTR") public static Command<Boolean> vsetattr(String key, Object element, String json) { return VSETATTR.key(key).value(element).arg(json).command(BOOL); }

    /** Returns the elements most similar to what the arguments name, the most similar first; empty if {@code key} is missing. O(log N), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vsim/">VSIM</a>. */
    @Redis("VSIM") @ReadOnly public static Command<List<@Stored String>> vsim(String key, VsimArgs args) { return VSIM.key(key).args(args.words()).command(VALUES); }

    /** Returns the elements most similar to what the arguments name with their similarity and attributes, the most similar first; empty if {@code key} is missing. O(log N), since 8.2.0: <a href="https://redis.io/docs/latest/commands/vsim/">VSIM</a>. */
    @Redis("VSIM") @ReadOnly public static Command<List<VectorMatch<@Stored String>>> vsimWithAttributes(String key, VsimArgs args) { return VSIM.key(key).args(args.words()).args("WITHSCORES", "WITHATTRIBS").command(VECTOR_MATCHES); }

    /** Returns the elements most similar to what the arguments name with their similarity, from 1 for the same direction to 0 for the opposite one; empty if {@code key} is missing. O(log N), since 8.0.0: <a href="https://redis.io/docs/latest/commands/vsim/">VSIM</a>. */
    @Redis("VSIM") @ReadOnly public static Command<List<ScoredMember<@Stored String>>> vsimWithScores(String key, VsimArgs args) { return VSIM.key(key).args(args.words()).arg("WITHSCORES").command(SCORED_MEMBERS); }
    // spotless:on
}

package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.FunctionDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands that keep libraries of functions, and call them. What a function returns becomes what {@code GenericCommand} describes. */
public final class Functions {
    private Functions() {}

    // spotless:off
    /** Calls a function with keys and arguments, and returns what it returns. That of the function, since 7.0.0: <a href="https://redis.io/docs/latest/commands/fcall/">FCALL</a>. */
    @Redis("FCALL") public static Command<@Nullable Object> fcall(String function, List<String> keys, Object... args) { return FCALL.words().arg(function).arg(keys.size()).anyKeys(keys).args(Arrays.asList(args)).command(ANYTHING); }

    /** Calls a function that may not write, and is registered so, with keys and arguments, and returns what it returns. That of the function, since 7.0.0: <a href="https://redis.io/docs/latest/commands/fcall_ro/">FCALL_RO</a>. */
    @Redis("FCALL_RO") @ReadOnly public static Command<@Nullable Object> fcallRo(String function, List<String> keys, Object... args) { return FCALL_RO.words().arg(function).arg(keys.size()).anyKeys(keys).args(Arrays.asList(args)).command(ANYTHING); }

    /** Deletes a library with its functions, and returns {@code OK}; an error if it is missing. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-delete/">FUNCTION DELETE</a>. */
    @Redis("FUNCTION DELETE") public static Command<String> functionDelete(String library) { return FUNCTION_DELETE.words().arg(library).command(TEXT); }

    /** Returns all libraries in the form that {@code FUNCTION RESTORE} takes. O(N) in the functions, since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-dump/">FUNCTION DUMP</a>. */
    @Redis("FUNCTION DUMP") public static Command<byte[]> functionDump() { return FUNCTION_DUMP.command(LIBRARY_BYTES); }

    /** Deletes all libraries, and returns {@code OK}. O(N) in the functions, since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-flush/">FUNCTION FLUSH</a>. */
    @Redis("FUNCTION FLUSH") public static Command<String> functionFlush() { return FUNCTION_FLUSH.command(TEXT); }

    /** Deletes all libraries, at once or in the background, and returns {@code OK}. O(N) in the functions, since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-flush/">FUNCTION FLUSH</a>. */
    @Redis("FUNCTION FLUSH") public static Command<String> functionFlush(FlushMode mode) { return FUNCTION_FLUSH.words().arg(mode.name()).command(TEXT); }

    /** Ends the function that is running, unless it has written something, and returns {@code OK}. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-kill/">FUNCTION KILL</a>. */
    @Redis("FUNCTION KILL") public static Command<String> functionKill() { return FUNCTION_KILL.command(TEXT); }

    /** Returns all libraries without their code. O(N) in the functions, since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-list/">FUNCTION LIST</a>. */
    @Redis("FUNCTION LIST") public static Command<List<FunctionLibrary>> functionList() { return FUNCTION_LIST.command(LIBRARIES); }

    /** Returns the libraries whose names match {@code pattern}, without their code. O(N) in the functions, since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-list/">FUNCTION LIST</a>. */
    @Redis("FUNCTION LIST") public static Command<List<FunctionLibrary>> functionList(String pattern) { return FUNCTION_LIST.words().arg("LIBRARYNAME").arg(pattern).command(LIBRARIES); }

    /** Returns all libraries with their code. O(N) in the functions, since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-list/">FUNCTION LIST</a>. */
    @Redis("FUNCTION LIST") public static Command<List<FunctionLibrary>> functionListWithCode() { return FUNCTION_LIST.words().arg("WITHCODE").command(LIBRARIES); }

    /** Returns the libraries whose names match {@code pattern}, with their code. O(N) in the functions, since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-list/">FUNCTION LIST</a>. */
    @Redis("FUNCTION LIST") public static Command<List<FunctionLibrary>> functionListWithCode(String pattern) { return FUNCTION_LIST.words().arg("LIBRARYNAME").arg(pattern).arg("WITHCODE").command(LIBRARIES); }

    /** Adds a library, and returns its name; an error if there is one of that name. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-load/">FUNCTION LOAD</a>. */
    @Redis("FUNCTION LOAD") public static Command<String> functionLoad(String code) { return FUNCTION_LOAD.words().arg(code).command(TEXT); }

    /** Adds a library, in the place of one of its name if there is one, and returns that name. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-load/">FUNCTION LOAD</a>. */
    @Redis("FUNCTION LOAD") public static Command<String> functionLoadReplacing(String code) { return FUNCTION_LOAD.words().arg("REPLACE").arg(code).command(TEXT); }

    /** Adds the libraries of a dump, and returns {@code OK}; an error, and none is added, if there is one of the same name. O(N) in the functions, since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-restore/">FUNCTION RESTORE</a>. */
    @Redis("FUNCTION RESTORE") public static Command<String> functionRestore(byte[] dump) { return FUNCTION_RESTORE.words().value(dump).command(TEXT); }

    /** Adds the libraries of a dump as {@code policy} says, and returns {@code OK}. O(N) in the functions, since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-restore/">FUNCTION RESTORE</a>. */
    @Redis("FUNCTION RESTORE") public static Command<String> functionRestore(byte[] dump, FunctionRestorePolicy policy) { return FUNCTION_RESTORE.words().value(dump).arg(policy.name()).command(TEXT); }

    /** Returns which function is running, and how many functions there are. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/function-stats/">FUNCTION STATS</a>. */
    @Redis("FUNCTION STATS") public static Command<FunctionStats> functionStats() { return FUNCTION_STATS.command(STATS); }
    // spotless:on
}

package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands that run Lua scripts, and keep them. What a script returns becomes what {@code GenericCommand} describes. */
public final class Scripts {
    private Scripts() {}

    // spotless:off
    /** Runs a script with keys and arguments, and returns what it returns. That of the script, since 2.6.0: <a href="https://redis.io/docs/latest/commands/eval/">EVAL</a>. */
    @Redis("EVAL") public static Command<@Nullable Object> eval(String script, List<String> keys, Object... args) { return EVAL.words().arg(script).arg(keys.size()).anyKeys(keys).args(Arrays.asList(args)).command(ANYTHING); }

    /** Runs a script that may not write with keys and arguments, and returns what it returns. That of the script, since 7.0.0: <a href="https://redis.io/docs/latest/commands/eval_ro/">EVAL_RO</a>. */
    @Redis("EVAL_RO") @ReadOnly public static Command<@Nullable Object> evalRo(String script, List<String> keys, Object... args) { return EVAL_RO.words().arg(script).arg(keys.size()).anyKeys(keys).args(Arrays.asList(args)).command(ANYTHING); }

    /** Runs a script by its SHA-1 with keys and arguments, and returns what it returns; an error if the server does not have it. That of the script, since 2.6.0: <a href="https://redis.io/docs/latest/commands/evalsha/">EVALSHA</a>. */
    @Redis("EVALSHA") public static Command<@Nullable Object> evalsha(String sha1, List<String> keys, Object... args) { return EVALSHA.words().arg(sha1).arg(keys.size()).anyKeys(keys).args(Arrays.asList(args)).command(ANYTHING); }

    /** Runs a script that may not write by its SHA-1 with keys and arguments, and returns what it returns; an error if the server does not have it. That of the script, since 7.0.0: <a href="https://redis.io/docs/latest/commands/evalsha_ro/">EVALSHA_RO</a>. */
    @Redis("EVALSHA_RO") @ReadOnly public static Command<@Nullable Object> evalshaRo(String sha1, List<String> keys, Object... args) { return EVALSHA_RO.words().arg(sha1).arg(keys.size()).anyKeys(keys).args(Arrays.asList(args)).command(ANYTHING); }

    /** Tells of scripts whether the server has them, in the order of their SHA-1. O(N), since 2.6.0: <a href="https://redis.io/docs/latest/commands/script-exists/">SCRIPT EXISTS</a>. */
    @Redis("SCRIPT EXISTS") public static Command<List<Boolean>> scriptExists(String... sha1s) { return SCRIPT_EXISTS.words().args(sha1s).command(BOOLS); }

    /** Lets the server forget all scripts, and returns {@code OK}. O(N), since 2.6.0: <a href="https://redis.io/docs/latest/commands/script-flush/">SCRIPT FLUSH</a>. */
    @Redis("SCRIPT FLUSH") public static Command<String> scriptFlush() { return SCRIPT_FLUSH.command(TEXT); }

    /** Lets the server forget all scripts, at once or in the background, and returns {@code OK}. O(N), since 6.2.0: <a href="https://redis.io/docs/latest/commands/script-flush/">SCRIPT FLUSH</a>. */
    @Redis("SCRIPT FLUSH") public static Command<String> scriptFlush(FlushMode mode) { return SCRIPT_FLUSH.words().arg(mode.name()).command(TEXT); }

    /** Ends the script that is running, unless it has written something, and returns {@code OK}. O(1), since 2.6.0: <a href="https://redis.io/docs/latest/commands/script-kill/">SCRIPT KILL</a>. */
    @Redis("SCRIPT KILL") public static Command<String> scriptKill() { return SCRIPT_KILL.command(TEXT); }

    /** Lets the server keep a script, and returns its SHA-1. O(N) in the length of the script, since 2.6.0: <a href="https://redis.io/docs/latest/commands/script-load/">SCRIPT LOAD</a>. */
    @Redis("SCRIPT LOAD") public static Command<String> scriptLoad(String script) { return SCRIPT_LOAD.words().arg(script).command(TEXT); }

    /** Returns the text of a script that was loaded, by its hash; fails if there is none. O(1), since Valkey 8.0.0: <a href="https://valkey.io/commands/script-show/">SCRIPT SHOW</a>. */
    @Redis("SCRIPT SHOW") public static Command<String> scriptShow(String sha1) { return SCRIPT_SHOW.words().arg(sha1).command(TEXT); }
    // spotless:on
}

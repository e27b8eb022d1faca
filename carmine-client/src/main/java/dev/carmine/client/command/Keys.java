package dev.carmine.client.command;

import static dev.carmine.client.internal.command.Blocking.MILLIS_LAST;
import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.KeyDecoders.*;
import static dev.carmine.client.internal.reply.ResultDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.Blocks;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import dev.carmine.client.internal.command.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands on keys of any type. */
public final class Keys {
    private Keys() {}

    // spotless:off
    /** Copies a key if the destination does not exist, and tells whether it did. O(N) in the elements of the value, since 6.2.0: <a href="https://redis.io/docs/latest/commands/copy/">COPY</a>. */
    @Redis("COPY") public static Command<Boolean> copy(String source, String destination) { return COPY.key(source).key(destination).command(BOOL); }

    /** Copies a key as the arguments say, and tells whether it did. O(N) in the elements of the value, since 6.2.0: <a href="https://redis.io/docs/latest/commands/copy/">COPY</a>. */
    @Redis("COPY") public static Command<Boolean> copy(String source, String destination, CopyArgs args) { return COPY.key(source).key(destination).args(args.words()).command(BOOL); }

    /** Deletes keys, and returns how many of them existed. O(N), and the elements of each value, since 1.0.0: <a href="https://redis.io/docs/latest/commands/del/">DEL</a>. */
    @Redis("DEL") public static Command<Long> del(String... keys) { return DEL.words().keys(keys).command(LONG); }

    /** Returns the value in a form that {@code RESTORE} takes, or null if {@code key} is missing. O(N) in the elements of the value, since 2.6.0: <a href="https://redis.io/docs/latest/commands/dump/">DUMP</a>. */
    @Redis("DUMP") @ReadOnly public static Command<byte @Nullable []> dump(String key) { return DUMP.command(key, NULLABLE_BYTES); }

    /** Returns how many of the keys exist; one that is named twice counts twice. O(N), since 1.0.0: <a href="https://redis.io/docs/latest/commands/exists/">EXISTS</a>. */
    @Redis("EXISTS") @ReadOnly public static Command<Long> exists(String... keys) { return EXISTS.words().keys(keys).command(LONG); }

    /** Lets {@code key} live for a number of whole seconds, and tells whether it exists; a time that is over deletes it. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/expire/">EXPIRE</a>. */
    @Redis("EXPIRE") public static Command<Boolean> expire(String key, Duration time) { return EXPIRE.key(key).arg(Times.seconds(time, "EXPIRE", "pexpire")).command(BOOL); }

    /** Lets {@code key} live for a number of whole seconds, and tells whether it exists and the condition is met; a time that is over deletes it. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/expire/">EXPIRE</a>. */
    @Redis("EXPIRE") public static Command<Boolean> expire(String key, Duration time, ExpireIf condition) { return EXPIRE.key(key).arg(Times.seconds(time, "EXPIRE", "pexpire")).arg(condition.word()).command(BOOL); }

    /** Lets {@code key} live until a whole second by the server's clock, and tells whether it exists; a time that is over deletes it. O(1), since 1.2.0: <a href="https://redis.io/docs/latest/commands/expireat/">EXPIREAT</a>. */
    @Redis("EXPIREAT") public static Command<Boolean> expireat(String key, Instant time) { return EXPIREAT.key(key).arg(Times.seconds(time, "EXPIREAT", "pexpireat")).command(BOOL); }

    /** Lets {@code key} live until a whole second by the server's clock, and tells whether it exists and the condition is met; a time that is over deletes it. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/expireat/">EXPIREAT</a>. */
    @Redis("EXPIREAT") public static Command<Boolean> expireat(String key, Instant time, ExpireIf condition) { return EXPIREAT.key(key).arg(Times.seconds(time, "EXPIREAT", "pexpireat")).arg(condition.word()).command(BOOL); }

    /** Lets {@code key} live for some time, rounded up to milliseconds, and tells whether it exists; a time that is over deletes it. O(1), since 2.6.0: <a href="https://redis.io/docs/latest/commands/pexpire/">PEXPIRE</a>. */
    @Redis("PEXPIRE") public static Command<Boolean> pexpire(String key, Duration time) { return PEXPIRE.key(key).arg(Times.millis(time)).command(BOOL); }

    /** Lets {@code key} live for some time, rounded up to milliseconds, and tells whether it exists and the condition is met; a time that is over deletes it. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/pexpire/">PEXPIRE</a>. */
    @Redis("PEXPIRE") public static Command<Boolean> pexpire(String key, Duration time, ExpireIf condition) { return PEXPIRE.key(key).arg(Times.millis(time)).arg(condition.word()).command(BOOL); }

    /** Lets {@code key} live until some time by the server's clock, rounded up to milliseconds, and tells whether it exists; a time that is over deletes it. O(1), since 2.6.0: <a href="https://redis.io/docs/latest/commands/pexpireat/">PEXPIREAT</a>. */
    @Redis("PEXPIREAT") public static Command<Boolean> pexpireat(String key, Instant time) { return PEXPIREAT.key(key).arg(Times.millis(time)).command(BOOL); }

    /** Lets {@code key} live until some time by the server's clock, rounded up to milliseconds, and tells whether it exists and the condition is met; a time that is over deletes it. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/pexpireat/">PEXPIREAT</a>. */
    @Redis("PEXPIREAT") public static Command<Boolean> pexpireat(String key, Instant time, ExpireIf condition) { return PEXPIREAT.key(key).arg(Times.millis(time)).arg(condition.word()).command(BOOL); }

    /** Returns when {@code key} expires in seconds since 1970; -1 if it does not, -2 if it is missing. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/expiretime/">EXPIRETIME</a>. */
    @Redis("EXPIRETIME") @ReadOnly public static Command<Long> expiretime(String key) { return EXPIRETIME.command(key, LONG); }

    /** Returns all keys that match a pattern. The server does nothing else meanwhile: use {@link dev.carmine.client.Scan#keys} where that matters. O(N) in the keys of the database, since 1.0.0: <a href="https://redis.io/docs/latest/commands/keys/">KEYS</a>. */
    @Redis("KEYS") @ReadOnly public static Command<List<String>> keys(String pattern) { return KEYS.words().arg(pattern).command(TEXTS); }

    /** Moves keys to another server, or copies them there, within some time, and returns {@code OK}, or {@code NOKEY} if none of them exists; both servers do nothing else meanwhile. O(N), since 3.0.6: <a href="https://redis.io/docs/latest/commands/migrate/">MIGRATE</a>. */
    @Redis("MIGRATE") public static Command<String> migrate(String host, int port, int database, Duration timeout, MigrateArgs args, String... keys) { return MIGRATE.words().arg(host).arg(port).arg("").arg(database).arg(Times.millis(timeout)).args(args.words()).arg("KEYS").keys(keys).command(TEXT); }

    /** Moves {@code key} into another database, and tells whether it did. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/move/">MOVE</a>. */
    @Redis("MOVE") public static Command<Boolean> move(String key, int database) { return MOVE.key(key).arg(database).command(BOOL); }

    /** Returns how the server stores the value, such as {@code listpack}, or null if {@code key} is missing. O(1), since 2.2.3: <a href="https://redis.io/docs/latest/commands/object-encoding/">OBJECT ENCODING</a>. */
    @Redis("OBJECT ENCODING") @ReadOnly public static Command<@Nullable String> objectEncoding(String key) { return OBJECT_ENCODING.command(key, NULLABLE_TEXT); }

    /** Returns how often {@code key} was used, on a logarithmic scale, or null if it is missing; under an LFU eviction policy alone. O(1), since 4.0.0: <a href="https://redis.io/docs/latest/commands/object-freq/">OBJECT FREQ</a>. */
    @Redis("OBJECT FREQ") @ReadOnly public static Command<@Nullable Long> objectFreq(String key) { return OBJECT_FREQ.command(key, NULLABLE_LONG); }

    /** Returns for how many seconds {@code key} was not used, or null if it is missing; not under an LFU eviction policy. O(1), since 2.2.3: <a href="https://redis.io/docs/latest/commands/object-idletime/">OBJECT IDLETIME</a>. */
    @Redis("OBJECT IDLETIME") @ReadOnly public static Command<@Nullable Long> objectIdletime(String key) { return OBJECT_IDLETIME.command(key, NULLABLE_LONG); }

    /** Returns how many references the server holds to the value, or null if {@code key} is missing. O(1), since 2.2.3: <a href="https://redis.io/docs/latest/commands/object-refcount/">OBJECT REFCOUNT</a>. */
    @Redis("OBJECT REFCOUNT") @ReadOnly public static Command<@Nullable Long> objectRefcount(String key) { return OBJECT_REFCOUNT.command(key, NULLABLE_LONG); }

    /** Lets {@code key} live for ever, and tells whether it had a time to live. O(1), since 2.2.0: <a href="https://redis.io/docs/latest/commands/persist/">PERSIST</a>. */
    @Redis("PERSIST") public static Command<Boolean> persist(String key) { return PERSIST.command(key, BOOL); }

    /** Returns when {@code key} expires in milliseconds since 1970; -1 if it does not, -2 if it is missing. O(1), since 7.0.0: <a href="https://redis.io/docs/latest/commands/pexpiretime/">PEXPIRETIME</a>. */
    @Redis("PEXPIRETIME") @ReadOnly public static Command<Long> pexpiretime(String key) { return PEXPIRETIME.command(key, LONG); }

    /** Returns for how many milliseconds {@code key} still lives; -1 if it does not expire, -2 if it is missing. O(1), since 2.6.0: <a href="https://redis.io/docs/latest/commands/pttl/">PTTL</a>. */
    @Redis("PTTL") @ReadOnly public static Command<Long> pttl(String key) { return PTTL.command(key, LONG); }

    /** Returns a random key, or null if the database is empty. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/randomkey/">RANDOMKEY</a>. */
    @Redis("RANDOMKEY") @ReadOnly public static Command<@Nullable String> randomkey() { return RANDOMKEY.command(NULLABLE_TEXT); }

    /** Renames {@code key}, replacing what was there, and returns {@code OK}; an error if it is missing. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/rename/">RENAME</a>. */
    @Redis("RENAME") public static Command<String> rename(String key, String newKey) { return RENAME.key(key).key(newKey).command(TEXT); }

    /** Renames {@code key} if the new one does not exist, and tells whether it did. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/renamenx/">RENAMENX</a>. */
    @Redis("RENAMENX") public static Command<Boolean> renamenx(String key, String newKey) { return RENAMENX.key(key).key(newKey).command(BOOL); }

    /** Makes {@code key} from what {@code DUMP} gave, to live for some time, or for ever if that is zero, and returns {@code OK}; an error if it exists. O(N) in the elements of the value, since 2.6.0: <a href="https://redis.io/docs/latest/commands/restore/">RESTORE</a>. */
    @Redis("RESTORE") public static Command<String> restore(String key, Duration time, byte[] dump) { return RESTORE.key(key).arg(Times.millis(time)).value(dump).command(TEXT); }

    /** Makes {@code key} from what {@code DUMP} gave as the arguments say, and returns {@code OK}; an error if it exists and is not to be replaced. O(N) in the elements of the value, since 3.0.0: <a href="https://redis.io/docs/latest/commands/restore/">RESTORE</a>. */
    @Redis("RESTORE") public static Command<String> restore(String key, RestoreArgs args, byte[] dump) { return RESTORE.key(key).arg(args.ttl()).value(dump).args(args.words()).command(TEXT); }

    /** Returns some keys and the cursor of the next step; begin with {@link ScanResult#START}. O(1) a step, since 2.8.0: <a href="https://redis.io/docs/latest/commands/scan/">SCAN</a>. */
    @Redis("SCAN") @ReadOnly public static Command<ScanResult<String>> scan(String cursor) { return SCAN.words().arg(cursor).command(SCANNED_KEYS); }

    /** Returns some of the keys that the arguments choose and the cursor of the next step; begin with {@link ScanResult#START}. O(1) a step, since 2.8.0: <a href="https://redis.io/docs/latest/commands/scan/">SCAN</a>. */
    @Redis("SCAN") @ReadOnly public static Command<ScanResult<String>> scan(String cursor, ScanArgs args) { return SCAN.words().arg(cursor).args(args.words()).command(SCANNED_KEYS); }

    /** Returns the elements of a list, a set or a sorted set by their numbers, the lowest first; an error if there are others. O(N+M*log(M)) for N elements of which M are returned, since 1.0.0: <a href="https://redis.io/docs/latest/commands/sort/">SORT</a>. */
    @Redis("SORT") public static Command<List<@Stored String>> sort(String key) { return SORT.command(key, VALUES); }

    /** Returns the elements of a list, a set or a sorted set, or what the arguments get for them, in the order the arguments say; null for what is missing. O(N+M*log(M)) for N elements of which M are returned, since 1.0.0: <a href="https://redis.io/docs/latest/commands/sort/">SORT</a>. */
    @Redis("SORT") public static Command<List<@Nullable @Stored String>> sort(String key, SortArgs args) { return SORT.key(key).args(args.words()).command(OPTIONAL_VALUES); }

    /** Does what {@code sort(key)} does, and may be sent to a replica. O(N+M*log(M)) for N elements of which M are returned, since 7.0.0: <a href="https://redis.io/docs/latest/commands/sort_ro/">SORT_RO</a>. */
    @Redis("SORT_RO") @ReadOnly public static Command<List<@Stored String>> sortRo(String key) { return SORT_RO.command(key, VALUES); }

    /** Does what {@code sort(key, args)} does, and may be sent to a replica. O(N+M*log(M)) for N elements of which M are returned, since 7.0.0: <a href="https://redis.io/docs/latest/commands/sort_ro/">SORT_RO</a>. */
    @Redis("SORT_RO") @ReadOnly public static Command<List<@Nullable @Stored String>> sortRo(String key, SortArgs args) { return SORT_RO.key(key).args(args.words()).command(OPTIONAL_VALUES); }

    /** Stores what {@code sort(key, args)} gives as the list {@code destination}, and returns its length; if that is 0 the list is deleted. O(N+M*log(M)) for N elements of which M are stored, since 1.0.0: <a href="https://redis.io/docs/latest/commands/sort/">SORT</a>. */
    @Redis("SORT") public static Command<Long> sortStore(String key, String destination, SortArgs args) { return SORT.key(key).args(args.words()).arg("STORE").key(destination).command(LONG); }

    /** Marks keys as used just now, and returns how many of them exist. O(N), since 3.2.1: <a href="https://redis.io/docs/latest/commands/touch/">TOUCH</a>. */
    @Redis("TOUCH") @ReadOnly public static Command<Long> touch(String... keys) { return TOUCH.words().keys(keys).command(LONG); }

    /** Returns for how many seconds {@code key} still lives; -1 if it does not expire, -2 if it is missing. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/ttl/">TTL</a>. */
    @Redis("TTL") @ReadOnly public static Command<Long> ttl(String key) { return TTL.command(key, LONG); }

    /** Returns the type of the value: {@code string}, {@code list}, {@code set}, {@code zset}, {@code hash}, {@code stream}, that of a module, or {@code none} if {@code key} is missing. O(1), since 1.0.0: <a href="https://redis.io/docs/latest/commands/type/">TYPE</a>. */
    @Redis("TYPE") @ReadOnly public static Command<String> type(String key) { return TYPE.command(key, TEXT); }

    /** Deletes keys and frees their values in the background; returns how many of them existed. O(N), since 4.0.0: <a href="https://redis.io/docs/latest/commands/unlink/">UNLINK</a>. */
    @Redis("UNLINK") public static Command<Long> unlink(String... keys) { return UNLINK.words().keys(keys).command(LONG); }

    /** Waits until some replicas have what this session wrote, and returns how many have it when the time is over or they are enough; zero waits for ever. O(1), since 3.0.0: <a href="https://redis.io/docs/latest/commands/wait/">WAIT</a>. */
    @Redis("WAIT") @Blocks(MILLIS_LAST) public static Command<Long> wait(long replicas, Duration timeout) { return WAIT.words().arg(replicas).arg(Times.blockingMillis(timeout)).command(LONG); }

    /** Waits until the server itself, if {@code local} is 1, and some replicas have on disk what this session wrote, and returns which have it when the time is over or they are enough; zero waits for ever. O(1), since 7.2.0: <a href="https://redis.io/docs/latest/commands/waitaof/">WAITAOF</a>. */
    @Redis("WAITAOF") @Blocks(MILLIS_LAST) public static Command<WaitaofResult> waitaof(int local, long replicas, Duration timeout) { return WAITAOF.words().arg(local).arg(replicas).arg(Times.blockingMillis(timeout)).command(WAITAOF_RESULT); }
    // spotless:on
}

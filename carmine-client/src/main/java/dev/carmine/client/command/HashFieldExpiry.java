package dev.carmine.client.command;

import static dev.carmine.client.internal.command.CommandTable.*;
import static dev.carmine.client.internal.reply.Decoders.*;
import static dev.carmine.client.internal.reply.HashFieldDecoders.*;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.ReadOnly;
import dev.carmine.client.internal.command.Redis;
import dev.carmine.client.internal.command.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands on fields of hashes that expire, each at its own time. What they return stands in the order of the fields. */
public final class HashFieldExpiry {
    private HashFieldExpiry() {}

    // spotless:off
    /** Lets fields live for a number of whole seconds, and tells for each what became of it. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hexpire/">HEXPIRE</a>. */
    @Redis("HEXPIRE") public static Command<List<FieldExpiry>> hexpire(String key, Duration time, String... fields) { return HEXPIRE.key(key).arg(Times.seconds(time, "HEXPIRE", "hpexpire")).arg("FIELDS").arg(fields.length).args(fields).command(FIELD_EXPIRIES); }

    /** Lets fields live for a number of whole seconds if the condition is met, and tells for each what became of it. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hexpire/">HEXPIRE</a>. */
    @Redis("HEXPIRE") public static Command<List<FieldExpiry>> hexpire(String key, Duration time, ExpireIf condition, String... fields) { return HEXPIRE.key(key).arg(Times.seconds(time, "HEXPIRE", "hpexpire")).arg(condition.word()).arg("FIELDS").arg(fields.length).args(fields).command(FIELD_EXPIRIES); }

    /** Lets fields live until a whole second by the server's clock, and tells for each what became of it. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hexpireat/">HEXPIREAT</a>. */
    @Redis("HEXPIREAT") public static Command<List<FieldExpiry>> hexpireat(String key, Instant time, String... fields) { return HEXPIREAT.key(key).arg(Times.seconds(time, "HEXPIREAT", "hpexpireat")).arg("FIELDS").arg(fields.length).args(fields).command(FIELD_EXPIRIES); }

    /** Lets fields live until a whole second by the server's clock if the condition is met, and tells for each what became of it. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hexpireat/">HEXPIREAT</a>. */
    @Redis("HEXPIREAT") public static Command<List<FieldExpiry>> hexpireat(String key, Instant time, ExpireIf condition, String... fields) { return HEXPIREAT.key(key).arg(Times.seconds(time, "HEXPIREAT", "hpexpireat")).arg(condition.word()).arg("FIELDS").arg(fields.length).args(fields).command(FIELD_EXPIRIES); }

    /** Returns when each field expires in seconds since 1970; -1 if it does not, -2 if it is missing. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hexpiretime/">HEXPIRETIME</a>. */
    @Redis("HEXPIRETIME") @ReadOnly public static Command<List<Long>> hexpiretime(String key, String... fields) { return HEXPIRETIME.key(key).arg("FIELDS").arg(fields.length).args(fields).command(LONGS); }

    /** Deletes fields, and returns the values they had; null for each that was missing. O(N) in the fields, since 8.0.0 and Valkey 9.1.0: <a href="https://redis.io/docs/latest/commands/hgetdel/">HGETDEL</a>. */
    @Redis("HGETDEL") public static Command<List<@Nullable @Stored String>> hgetdel(String key, String... fields) { return HGETDEL.key(key).arg("FIELDS").arg(fields.length).args(fields).command(OPTIONAL_VALUES); }

    /** Changes the time to live of fields, and returns their values; null for each that is missing. O(N) in the fields, since 8.0.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hgetex/">HGETEX</a>. */
    @Redis("HGETEX") public static Command<List<@Nullable @Stored String>> hgetex(String key, GetexArgs args, String... fields) { return HGETEX.key(key).args(args.words()).arg("FIELDS").arg(fields.length).args(fields).command(OPTIONAL_VALUES); }

    /** Lets fields live for ever, and tells for each what became of it. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hpersist/">HPERSIST</a>. */
    @Redis("HPERSIST") public static Command<List<FieldPersist>> hpersist(String key, String... fields) { return HPERSIST.key(key).arg("FIELDS").arg(fields.length).args(fields).command(FIELD_PERSISTS); }

    /** Lets fields live for some time, rounded up to milliseconds, and tells for each what became of it. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hpexpire/">HPEXPIRE</a>. */
    @Redis("HPEXPIRE") public static Command<List<FieldExpiry>> hpexpire(String key, Duration time, String... fields) { return HPEXPIRE.key(key).arg(Times.millis(time)).arg("FIELDS").arg(fields.length).args(fields).command(FIELD_EXPIRIES); }

    /** Lets fields live for some time, rounded up to milliseconds if the condition is met, and tells for each what became of it. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hpexpire/">HPEXPIRE</a>. */
    @Redis("HPEXPIRE") public static Command<List<FieldExpiry>> hpexpire(String key, Duration time, ExpireIf condition, String... fields) { return HPEXPIRE.key(key).arg(Times.millis(time)).arg(condition.word()).arg("FIELDS").arg(fields.length).args(fields).command(FIELD_EXPIRIES); }

    /** Lets fields live until some time by the server's clock, rounded up to milliseconds, and tells for each what became of it. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hpexpireat/">HPEXPIREAT</a>. */
    @Redis("HPEXPIREAT") public static Command<List<FieldExpiry>> hpexpireat(String key, Instant time, String... fields) { return HPEXPIREAT.key(key).arg(Times.millis(time)).arg("FIELDS").arg(fields.length).args(fields).command(FIELD_EXPIRIES); }

    /** Lets fields live until some time by the server's clock, rounded up to milliseconds if the condition is met, and tells for each what became of it. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hpexpireat/">HPEXPIREAT</a>. */
    @Redis("HPEXPIREAT") public static Command<List<FieldExpiry>> hpexpireat(String key, Instant time, ExpireIf condition, String... fields) { return HPEXPIREAT.key(key).arg(Times.millis(time)).arg(condition.word()).arg("FIELDS").arg(fields.length).args(fields).command(FIELD_EXPIRIES); }

    /** Returns when each field expires in milliseconds since 1970; -1 if it does not, -2 if it is missing. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hpexpiretime/">HPEXPIRETIME</a>. */
    @Redis("HPEXPIRETIME") @ReadOnly public static Command<List<Long>> hpexpiretime(String key, String... fields) { return HPEXPIRETIME.key(key).arg("FIELDS").arg(fields.length).args(fields).command(LONGS); }

    /** Returns for how many milliseconds each field still lives; -1 if it does not expire, -2 if it is missing. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hpttl/">HPTTL</a>. */
    @Redis("HPTTL") @ReadOnly public static Command<List<Long>> hpttl(String key, String... fields) { return HPTTL.key(key).arg("FIELDS").arg(fields.length).args(fields).command(LONGS); }

    /** Sets all of the fields or none as the arguments say, and tells whether their condition was met. O(N) in the fields, since 8.0.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/hsetex/">HSETEX</a>. */
    @Redis("HSETEX") public static Command<Boolean> hsetex(String key, HsetexArgs args, Map<String, ?> values) { return HSETEX.key(key).args(args.words()).arg("FIELDS").arg(values.size()).fieldsAndValues(values).command(BOOL); }

    /** Returns for how many seconds each field still lives; -1 if it does not expire, -2 if it is missing. O(N) in the fields, since 7.4.0 and Valkey 9.0.0: <a href="https://redis.io/docs/latest/commands/httl/">HTTL</a>. */
    @Redis("HTTL") @ReadOnly public static Command<List<Long>> httl(String key, String... fields) { return HTTL.key(key).arg("FIELDS").arg(fields.length).args(fields).command(LONGS); }
    // spotless:on
}

package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Command;
import dev.carmine.client.Frames;
import dev.carmine.client.TypeRef;
import dev.carmine.client.internal.command.CommandSpec;
import dev.carmine.client.internal.command.CommandTable;
import dev.carmine.client.internal.command.EncodedCommand;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each factory encodes: one row for each of them. */
class FactoriesTest {
    private static final List<Class<?>> GROUPS = List.of(
            Strings.class,
            Keys.class,
            Hashes.class,
            Lists.class,
            Sets.class,
            SortedSets.class,
            Server.class,
            Scripts.class);

    /** A factory in its one line: the name in its annotation, and the constant it begins with. */
    private static final Pattern FACTORY = Pattern.compile("@Redis\\(\"(.+?)\"\\).* \\{ return ([A-Z_]+)\\.");

    private static final Map<String, ?> MAP = FactoriesTest.<Object>inOrder("k1", "v1", "k2", 2);
    private static final Map<String, Double> SCORES = inOrder("m1", 1.0, "m2", -0.5);

    /**
     * A command and what it must encode.
     *
     * @param command what a factory has made
     * @param words its words, separated by blanks
     * @param keys its keys, separated by blanks
     */
    private record Row(Command<?> command, String words, String keys) {
        @Override
        public String toString() {
            return words;
        }
    }

    private static Row row(Command<?> command, String words) {
        return new Row(command, words, "");
    }

    private static Row row(Command<?> command, String words, String keys) {
        return new Row(command, words, keys);
    }

    // spotless:off

    private static Stream<Row> strings() {
        return Stream.of(
            row(Strings.append("k", "v"), "APPEND k v", "k"),
            row(Strings.decr("k"), "DECR k", "k"),
            row(Strings.decrby("k", 3), "DECRBY k 3", "k"),
            row(Strings.get("k"), "GET k", "k"),
            row(Strings.get("k", Integer.class), "GET k", "k"),
            row(Strings.get("k", new TypeRef<List<String>>() {}), "GET k", "k"),
            row(Strings.getdel("k"), "GETDEL k", "k"),
            row(Strings.getex("k", GetexArgs.persist()), "GETEX k PERSIST", "k"),
            row(Strings.getrange("k", 0, -1), "GETRANGE k 0 -1", "k"),
            row(Strings.getset("k", "v"), "GETSET k v", "k"),
            row(Strings.incr("k"), "INCR k", "k"),
            row(Strings.incrby("k", 3), "INCRBY k 3", "k"),
            row(Strings.incrbyfloat("k", 1.5), "INCRBYFLOAT k 1.5", "k"),
            row(Strings.lcs("k1", "k2"), "LCS k1 k2", "k1 k2"),
            row(Strings.lcsLength("k1", "k2"), "LCS k1 k2 LEN", "k1 k2"),
            row(Strings.mget("k1", "k2"), "MGET k1 k2", "k1 k2"),
            row(Strings.mset(MAP), "MSET k1 v1 k2 2", "k1 k2"),
            row(Strings.msetnx(MAP), "MSETNX k1 v1 k2 2", "k1 k2"),
            row(Strings.psetex("k", Duration.ofSeconds(9), "v"), "PSETEX k 9000 v", "k"),
            row(Strings.set("k", "v"), "SET k v", "k"),
            row(Strings.set("k", "v", SetArgs.ifAbsent()), "SET k v NX", "k"),
            row(Strings.setGet("k", "v", SetArgs.ifAbsent()), "SET k v NX GET", "k"),
            row(Strings.setex("k", Duration.ofSeconds(9), "v"), "SETEX k 9 v", "k"),
            row(Strings.setnx("k", "v"), "SETNX k v", "k"),
            row(Strings.setrange("k", 5, "v"), "SETRANGE k 5 v", "k"),
            row(Strings.strlen("k"), "STRLEN k", "k"));
    }

    private static Stream<Row> keys() {
        return Stream.of(
            row(Keys.copy("a", "b"), "COPY a b", "a b"),
            row(Keys.copy("a", "b", CopyArgs.replace()), "COPY a b REPLACE", "a b"),
            row(Keys.del("k1", "k2"), "DEL k1 k2", "k1 k2"),
            row(Keys.dump("k"), "DUMP k", "k"),
            row(Keys.exists("k1", "k2"), "EXISTS k1 k2", "k1 k2"),
            row(Keys.expire("k", Duration.ofSeconds(9)), "EXPIRE k 9", "k"),
            row(Keys.expire("k", Duration.ofSeconds(9), ExpireIf.LATER), "EXPIRE k 9 GT", "k"),
            row(Keys.expireat("k", Instant.ofEpochSecond(1_800_000_000)), "EXPIREAT k 1800000000", "k"),
            row(Keys.expireat("k", Instant.ofEpochSecond(1_800_000_000), ExpireIf.LATER), "EXPIREAT k 1800000000 GT", "k"),
            row(Keys.pexpire("k", Duration.ofSeconds(9)), "PEXPIRE k 9000", "k"),
            row(Keys.pexpire("k", Duration.ofSeconds(9), ExpireIf.LATER), "PEXPIRE k 9000 GT", "k"),
            row(Keys.pexpireat("k", Instant.ofEpochSecond(1_800_000_000)), "PEXPIREAT k 1800000000000", "k"),
            row(Keys.pexpireat("k", Instant.ofEpochSecond(1_800_000_000), ExpireIf.LATER), "PEXPIREAT k 1800000000000 GT", "k"),
            row(Keys.expiretime("k"), "EXPIRETIME k", "k"),
            row(Keys.keys("p*"), "KEYS p*"),
            row(Keys.move("k", 2), "MOVE k 2", "k"),
            row(Keys.objectEncoding("k"), "OBJECT ENCODING k", "k"),
            row(Keys.objectFreq("k"), "OBJECT FREQ k", "k"),
            row(Keys.objectIdletime("k"), "OBJECT IDLETIME k", "k"),
            row(Keys.objectRefcount("k"), "OBJECT REFCOUNT k", "k"),
            row(Keys.persist("k"), "PERSIST k", "k"),
            row(Keys.pexpiretime("k"), "PEXPIRETIME k", "k"),
            row(Keys.pttl("k"), "PTTL k", "k"),
            row(Keys.randomkey(), "RANDOMKEY"),
            row(Keys.rename("k", "n"), "RENAME k n", "k n"),
            row(Keys.renamenx("k", "n"), "RENAMENX k n", "k n"),
            row(Keys.restore("k", Duration.ofSeconds(9), new byte[] {'D'}), "RESTORE k 9000 D", "k"),
            row(Keys.scan("17"), "SCAN 17"),
            row(Keys.scan("17", ScanArgs.matching("m*")), "SCAN 17 MATCH m*"),
            row(Keys.touch("k1", "k2"), "TOUCH k1 k2", "k1 k2"),
            row(Keys.ttl("k"), "TTL k", "k"),
            row(Keys.type("k"), "TYPE k", "k"),
            row(Keys.unlink("k1", "k2"), "UNLINK k1 k2", "k1 k2"));
    }

    private static Stream<Row> hashes() {
        return Stream.of(
            row(Hashes.hdel("k", "f1", "f2"), "HDEL k f1 f2", "k"),
            row(Hashes.hexists("k", "f"), "HEXISTS k f", "k"),
            row(Hashes.hget("k", "f"), "HGET k f", "k"),
            row(Hashes.hgetall("k"), "HGETALL k", "k"),
            row(Hashes.hincrby("k", "f", 3), "HINCRBY k f 3", "k"),
            row(Hashes.hincrbyfloat("k", "f", 1.5), "HINCRBYFLOAT k f 1.5", "k"),
            row(Hashes.hkeys("k"), "HKEYS k", "k"),
            row(Hashes.hlen("k"), "HLEN k", "k"),
            row(Hashes.hmget("k", "f1", "f2"), "HMGET k f1 f2", "k"),
            row(Hashes.hrandfield("k"), "HRANDFIELD k", "k"),
            row(Hashes.hrandfield("k", 7), "HRANDFIELD k 7", "k"),
            row(Hashes.hrandfieldWithValues("k", 7), "HRANDFIELD k 7 WITHVALUES", "k"),
            row(Hashes.hscan("k", "17"), "HSCAN k 17", "k"),
            row(Hashes.hscan("k", "17", ScanArgs.matching("m*")), "HSCAN k 17 MATCH m*", "k"),
            row(Hashes.hset("k", "f", "v"), "HSET k f v", "k"),
            row(Hashes.hset("k", MAP), "HSET k k1 v1 k2 2", "k"),
            row(Hashes.hsetnx("k", "f", "v"), "HSETNX k f v", "k"),
            row(Hashes.hstrlen("k", "f"), "HSTRLEN k f", "k"),
            row(Hashes.hvals("k"), "HVALS k", "k"));
    }

    private static Stream<Row> lists() {
        return Stream.of(
            row(Lists.blmove("a", "b", ListSide.LEFT, ListSide.RIGHT, Duration.ofMillis(1500)), "BLMOVE a b LEFT RIGHT 1.5", "a b"),
            row(Lists.blpop(Duration.ofMillis(1500), "k1", "k2"), "BLPOP k1 k2 1.5", "k1 k2"),
            row(Lists.brpop(Duration.ofMillis(1500), "k1", "k2"), "BRPOP k1 k2 1.5", "k1 k2"),
            row(Lists.lindex("k", 4), "LINDEX k 4", "k"),
            row(Lists.linsert("k", ListPosition.BEFORE, "p", "e"), "LINSERT k BEFORE p e", "k"),
            row(Lists.llen("k"), "LLEN k", "k"),
            row(Lists.lmove("a", "b", ListSide.LEFT, ListSide.RIGHT), "LMOVE a b LEFT RIGHT", "a b"),
            row(Lists.lpop("k"), "LPOP k", "k"),
            row(Lists.lpop("k", 7), "LPOP k 7", "k"),
            row(Lists.lpos("k", "e"), "LPOS k e", "k"),
            row(Lists.lpush("k", "e1", "e2"), "LPUSH k e1 e2", "k"),
            row(Lists.lpushx("k", "e1", "e2"), "LPUSHX k e1 e2", "k"),
            row(Lists.lrange("k", 0, -1), "LRANGE k 0 -1", "k"),
            row(Lists.lrem("k", 7, "e"), "LREM k 7 e", "k"),
            row(Lists.lset("k", 4, "e"), "LSET k 4 e", "k"),
            row(Lists.ltrim("k", 0, -1), "LTRIM k 0 -1", "k"),
            row(Lists.rpop("k"), "RPOP k", "k"),
            row(Lists.rpop("k", 7), "RPOP k 7", "k"),
            row(Lists.rpush("k", "e1", "e2"), "RPUSH k e1 e2", "k"),
            row(Lists.rpushx("k", "e1", "e2"), "RPUSHX k e1 e2", "k"));
    }

    private static Stream<Row> sets() {
        return Stream.of(
            row(Sets.sadd("k", "m1", "m2"), "SADD k m1 m2", "k"),
            row(Sets.scard("k"), "SCARD k", "k"),
            row(Sets.sdiff("k1", "k2"), "SDIFF k1 k2", "k1 k2"),
            row(Sets.sinter("k1", "k2"), "SINTER k1 k2", "k1 k2"),
            row(Sets.sismember("k", "m"), "SISMEMBER k m", "k"),
            row(Sets.smembers("k"), "SMEMBERS k", "k"),
            row(Sets.smismember("k", "m1", "m2"), "SMISMEMBER k m1 m2", "k"),
            row(Sets.smove("a", "b", "m"), "SMOVE a b m", "a b"),
            row(Sets.spop("k"), "SPOP k", "k"),
            row(Sets.spop("k", 7), "SPOP k 7", "k"),
            row(Sets.srandmember("k"), "SRANDMEMBER k", "k"),
            row(Sets.srandmember("k", 7), "SRANDMEMBER k 7", "k"),
            row(Sets.srem("k", "m1", "m2"), "SREM k m1 m2", "k"),
            row(Sets.sscan("k", "17"), "SSCAN k 17", "k"),
            row(Sets.sscan("k", "17", ScanArgs.matching("m*")), "SSCAN k 17 MATCH m*", "k"),
            row(Sets.sunion("k1", "k2"), "SUNION k1 k2", "k1 k2"));
    }

    private static Stream<Row> sortedSets() {
        return Stream.of(
            row(SortedSets.bzpopmax(Duration.ofMillis(1500), "k1", "k2"), "BZPOPMAX k1 k2 1.5", "k1 k2"),
            row(SortedSets.bzpopmin(Duration.ofMillis(1500), "k1", "k2"), "BZPOPMIN k1 k2 1.5", "k1 k2"),
            row(SortedSets.zadd("k", 2.5, "m"), "ZADD k 2.5 m", "k"),
            row(SortedSets.zadd("k", SCORES), "ZADD k 1 m1 -0.5 m2", "k"),
            row(SortedSets.zadd("k", ZaddArgs.ifPresent(), SCORES), "ZADD k XX 1 m1 -0.5 m2", "k"),
            row(SortedSets.zaddIncr("k", ZaddArgs.ifPresent(), 1.5, "m"), "ZADD k XX INCR 1.5 m", "k"),
            row(SortedSets.zcard("k"), "ZCARD k", "k"),
            row(SortedSets.zcount("k", 1, Double.POSITIVE_INFINITY), "ZCOUNT k 1 inf", "k"),
            row(SortedSets.zincrby("k", 1.5, "m"), "ZINCRBY k 1.5 m", "k"),
            row(SortedSets.zmscore("k", "m1", "m2"), "ZMSCORE k m1 m2", "k"),
            row(SortedSets.zpopmax("k"), "ZPOPMAX k", "k"),
            row(SortedSets.zpopmax("k", 7), "ZPOPMAX k 7", "k"),
            row(SortedSets.zpopmin("k"), "ZPOPMIN k", "k"),
            row(SortedSets.zpopmin("k", 7), "ZPOPMIN k 7", "k"),
            row(SortedSets.zrange("k", 0, -1), "ZRANGE k 0 -1", "k"),
            row(SortedSets.zrangeWithScores("k", 0, -1), "ZRANGE k 0 -1 WITHSCORES", "k"),
            row(SortedSets.zrank("k", "m"), "ZRANK k m", "k"),
            row(SortedSets.zrem("k", "m1", "m2"), "ZREM k m1 m2", "k"),
            row(SortedSets.zrevrank("k", "m"), "ZREVRANK k m", "k"),
            row(SortedSets.zscan("k", "17"), "ZSCAN k 17", "k"),
            row(SortedSets.zscan("k", "17", ScanArgs.matching("m*")), "ZSCAN k 17 MATCH m*", "k"),
            row(SortedSets.zscore("k", "m"), "ZSCORE k m", "k"));
    }

    private static Stream<Row> server() {
        return Stream.of(
            row(Server.clientGetname(), "CLIENT GETNAME"),
            row(Server.clientId(), "CLIENT ID"),
            row(Server.clientInfo(), "CLIENT INFO"),
            row(Server.clientKill(ClientKillArgs.id(8)), "CLIENT KILL ID 8"),
            row(Server.clientList(), "CLIENT LIST"),
            row(Server.clientPause(Duration.ofSeconds(9)), "CLIENT PAUSE 9000"),
            row(Server.clientPause(Duration.ofSeconds(9), PauseMode.WRITE), "CLIENT PAUSE 9000 WRITE"),
            row(Server.clientUnblock(8), "CLIENT UNBLOCK 8"),
            row(Server.clientUnpause(), "CLIENT UNPAUSE"),
            row(Server.commandCount(), "COMMAND COUNT"),
            row(Server.configGet("p1", "p2"), "CONFIG GET p1 p2"),
            row(Server.configResetstat(), "CONFIG RESETSTAT"),
            row(Server.configRewrite(), "CONFIG REWRITE"),
            row(Server.configSet("n", "v"), "CONFIG SET n v"),
            row(Server.configSet(MAP), "CONFIG SET k1 v1 k2 2"),
            row(Server.dbsize(), "DBSIZE"),
            row(Server.echo("m"), "ECHO m"),
            row(Server.flushall(), "FLUSHALL"),
            row(Server.flushall(FlushMode.ASYNC), "FLUSHALL ASYNC"),
            row(Server.flushdb(), "FLUSHDB"),
            row(Server.flushdb(FlushMode.ASYNC), "FLUSHDB ASYNC"),
            row(Server.info(), "INFO"),
            row(Server.info("s1", "s2"), "INFO s1 s2"),
            row(Server.lastsave(), "LASTSAVE"),
            row(Server.memoryUsage("k"), "MEMORY USAGE k", "k"),
            row(Server.ping(), "PING"),
            row(Server.ping("m"), "PING m"),
            row(Server.swapdb(1, 2), "SWAPDB 1 2"),
            row(Server.time(), "TIME"));
    }

    private static Stream<Row> scripts() {
        return Stream.of(
            row(Scripts.eval("s", List.of("k1", "k2"), "x", 5), "EVAL s 2 k1 k2 x 5", "k1 k2"),
            row(Scripts.evalRo("s", List.of("k1", "k2"), "x", 5), "EVAL_RO s 2 k1 k2 x 5", "k1 k2"),
            row(Scripts.evalsha("sha", List.of("k1", "k2"), "x", 5), "EVALSHA sha 2 k1 k2 x 5", "k1 k2"),
            row(Scripts.evalshaRo("sha", List.of("k1", "k2"), "x", 5), "EVALSHA_RO sha 2 k1 k2 x 5", "k1 k2"),
            row(Scripts.scriptExists("sha1", "sha2"), "SCRIPT EXISTS sha1 sha2"),
            row(Scripts.scriptFlush(), "SCRIPT FLUSH"),
            row(Scripts.scriptFlush(FlushMode.ASYNC), "SCRIPT FLUSH ASYNC"),
            row(Scripts.scriptKill(), "SCRIPT KILL"),
            row(Scripts.scriptLoad("s"), "SCRIPT LOAD s"));
    }
    // spotless:on

    private static Stream<Row> all() {
        return Stream.of(strings(), keys(), hashes(), lists(), sets(), sortedSets(), server(), scripts())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("all")
    void encodesItsWordsAndKnowsItsKeys(Row row) {
        assertThat(String.join(" ", Frames.words(row.command))).isEqualTo(row.words);
        assertThat(row.command.keys())
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .isEqualTo(row.keys.isEmpty() ? List.of() : Arrays.asList(row.keys.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void beginsWithTheWordsOfItsName(Row row) {
        assertThat(row.words + " ").startsWith(row.command.name() + " ");
    }

    /** The generator takes the mark of a stored value on trust; a decoder that does not know its shape would throw. */
    @Test
    void everyMarkOfAStoredValueHasADecoderThatKnowsWhereItStands() throws ReflectiveOperationException {
        List<EncodedCommand<?>> called = new ArrayList<>();
        SyncCommands<?> typed = new SyncCommands<Integer>() {
            @Override
            @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // There is no reply.
            public <T extends @Nullable Object> T call(Command<T> command) {
                called.add(EncodedCommand.of(command));
                return null;
            }

            @Override
            public TypeRef<Integer> valueType() {
                return TypeRef.of(Integer.class);
            }
        };
        List<Method> reading = Stream.of(SyncCommands.class.getMethods())
                .filter(method -> method.getGenericReturnType().getTypeName().matches("(.*\\W)?V(\\W.*)?"))
                .filter(Method::isDefault)
                .toList();
        for (Method method : reading) {
            method.invoke(
                    typed,
                    Stream.of(method.getParameterTypes())
                            .map(FactoriesTest::sample)
                            .toArray());
        }
        assertThat(called).hasSizeGreaterThan(40).hasSameSizeAs(reading);
        assertThat(called).allMatch(command -> command.decoder().needsValues());
    }

    private static Object sample(Class<?> type) {
        Map<Class<?>, Object> samples = Map.of(
                String.class,
                "s",
                Object.class,
                "o",
                long.class,
                1L,
                double.class,
                1.0,
                String[].class,
                new String[] {"s"},
                Duration.class,
                Duration.ofSeconds(1),
                ScanArgs.class,
                ScanArgs.all(),
                SetArgs.class,
                SetArgs.always(),
                GetexArgs.class,
                GetexArgs.persist(),
                ListSide.class,
                ListSide.LEFT);
        return Objects.requireNonNull(samples.get(type), () -> "a sample of " + type);
    }

    @Test
    void everyFactoryHasARow() {
        assertThat(SyncCommands.class.getInterfaces()).hasSameSizeAs(GROUPS);
        assertThat(all().count())
                .isEqualTo(GROUPS.stream().mapToLong(FactoriesTest::factories).sum());
        assertThat(all().map(row -> row.command.name()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        CommandTable.all().stream().map(CommandSpec::name).toList());
    }

    /** The annotation names the constant of the table, so no other name can be encoded than the one in the annotation. */
    @Test
    void everyFactoryBeginsWithTheConstantOfItsAnnotation() throws IOException {
        for (Class<?> group : GROUPS) {
            String source = Files.readString(
                    Path.of("src/main/java", group.getName().replace('.', '/') + ".java"), StandardCharsets.UTF_8);
            List<MatchResult> found = FACTORY.matcher(source).results().toList();

            assertThat(found).hasSize(factories(group));
            assertThat(found)
                    .allSatisfy(factory -> assertThat(factory.group(2))
                            .isEqualTo(factory.group(1).replace(' ', '_')));
        }
    }

    private static int factories(Class<?> group) {
        return (int) Stream.of(group.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .count();
    }

    private static <V> Map<String, V> inOrder(String key1, V value1, String key2, V value2) {
        Map<String, V> map = new LinkedHashMap<>();
        map.put(key1, value1);
        map.put(key2, value2);
        return map;
    }
}

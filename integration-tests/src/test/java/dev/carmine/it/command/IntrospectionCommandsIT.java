package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.command.CommandArgument;
import dev.carmine.client.command.CommandDocs;
import dev.carmine.client.command.CommandFilter;
import dev.carmine.client.command.CommandInfo;
import dev.carmine.client.command.CommandKey;
import dev.carmine.client.command.CommandKeySpec;
import dev.carmine.client.command.SyncIntrospection;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.util.List;
import org.junit.jupiter.api.Test;

@EachFace
class IntrospectionCommandsIT extends CommandContract {
    IntrospectionCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncIntrospection.class, face, resp, server);
    }

    @Test
    void theServerKnowsItsCommands() {
        List<CommandInfo> all = redis.command();
        assertThat(all).hasSize(Math.toIntExact(redis.commandCount())).hasSizeGreaterThan(100);
        assertThat(all).extracting(CommandInfo::name).contains("get", "client", "zadd");
        assertThat(redis.commandInfo("mset", "nosuch"))
                .satisfiesExactly(
                        mset -> {
                            assertThat(mset).isNotNull().isIn(all);
                            assertThat(mset.arity()).isEqualTo(-3);
                            assertThat(mset.flags()).contains("write");
                            assertThat(mset.firstKey()).isEqualTo(1);
                            assertThat(mset.lastKey()).isEqualTo(-1);
                            assertThat(mset.step()).isEqualTo(2);
                            assertThat(mset.aclCategories()).contains("@write", "@string");
                        },
                        nosuch -> assertThat(nosuch).isNull());
    }

    @Test
    @SinceRedis("7.0")
    void theServerKnowsWhereKeysStand() {
        assertThat(redis.commandInfo("xread", "lmpop"))
                .satisfiesExactly(
                        xread -> assertThat(xread.keySpecs()).singleElement().satisfies(spec -> {
                            assertThat(spec.flags()).startsWith("RO", "access"); // newer ones say that it is incomplete
                            assertThat(spec.begin()).isEqualTo(new CommandKeySpec.Keyword("STREAMS", 1));
                            assertThat(spec.find()).isEqualTo(new CommandKeySpec.Range(-1, 1, 2));
                        }),
                        lmpop -> assertThat(lmpop.keySpecs())
                                .containsExactly(new CommandKeySpec(
                                        List.of("RW", "access", "delete"),
                                        new CommandKeySpec.Index(1),
                                        new CommandKeySpec.KeyNumber(0, 1, 1),
                                        null)));
        assertThat(redis.commandInfo("config"))
                .singleElement()
                .satisfies(config -> assertThat(config.subcommands())
                        .extracting(CommandInfo::name)
                        .contains("config|get", "config|set"));
        assertThat(redis.commandInfo("dbsize"))
                .singleElement()
                .satisfies(dbsize -> assertThat(dbsize.tips()).contains("request_policy:all_shards"));
    }

    @Test
    void keysAreFoundAmongTheWords() {
        assertThat(redis.commandGetkeys("MSET", "a", "1", "b", "2")).containsExactly("a", "b");
        assertThatExceptionOfType(CarmineServerException.class).isThrownBy(() -> redis.commandGetkeys("PING"));
    }

    @Test
    @SinceRedis("7.0")
    void keysAreFoundWithWhatIsDoneToThem() {
        assertThat(redis.commandGetkeysandflags("LMOVE", "a", "b", "LEFT", "RIGHT"))
                .containsExactly(
                        new CommandKey("a", List.of("RW", "access", "delete")),
                        new CommandKey("b", List.of("RW", "insert")));
    }

    @Test
    @SinceRedis("7.0")
    void namesAreListed() {
        assertThat(redis.commandList()).contains("get", "config|get");
        assertThat(redis.commandList(CommandFilter.pattern("xa*")))
                .containsExactlyInAnyOrder("xack", "xadd", "xautoclaim");
        assertThat(redis.commandList(CommandFilter.aclCategory("geo")))
                .contains("geoadd")
                .doesNotContain("get");
        assertThat(redis.commandList(CommandFilter.module("nosuch"))).isEmpty();
    }

    @Test
    @SinceRedis("7.0")
    void commandsAreDocumented() {
        assertThat(redis.commandDocs("nosuch")).isEmpty();
        assertThat(redis.commandDocs("getset", "nosuch")).hasSize(1).hasEntrySatisfying("getset", getset -> {
            assertThat(getset.summary()).contains("value");
            assertThat(getset.since()).isEqualTo("1.0.0");
            assertThat(getset.group()).isEqualTo("string");
            assertThat(getset.complexity()).isEqualTo("O(1)");
            assertThat(getset.flags()).containsExactly("deprecated");
            assertThat(getset.deprecatedSince()).isEqualTo("6.2.0");
            assertThat(getset.replacedBy()).contains("SET");
            assertThat(getset.history()).isEmpty();
            assertThat(getset.module()).isNull();
            assertThat(getset.arguments()).extracting(CommandArgument::name).containsExactly("key", "value");
            assertThat(getset.arguments())
                    .extracting(CommandArgument::keySpecIndex)
                    .containsExactly(0L, null);
        });
        assertThat(redis.commandDocs()).containsKeys("get", "config").hasEntrySatisfying("set", this::isOfSet);
        assertThat(redis.commandDocs("config"))
                .hasEntrySatisfying(
                        "config", config -> assertThat(config.subcommands()).containsKey("config|get"));
    }

    private void isOfSet(CommandDocs set) {
        assertThat(set.history()).contains(new CommandDocs.Change("6.0.0", "Added the `KEEPTTL` option."));
        assertThat(set.arguments()).anySatisfy(argument -> {
            assertThat(argument.type()).isEqualTo("oneof");
            assertThat(argument.flags()).containsExactly("optional");
            assertThat(argument.arguments()).extracting(CommandArgument::token).contains("EX", "PX");
        });
    }
}

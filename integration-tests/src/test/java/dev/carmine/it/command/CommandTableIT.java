package dev.carmine.it.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Command;
import dev.carmine.client.ServerVersion;
import dev.carmine.client.internal.command.Blocking;
import dev.carmine.client.internal.command.CommandSpec;
import dev.carmine.client.internal.command.CommandTable;
import dev.carmine.client.internal.command.EncodedCommand;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.Flavour;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.Version;
import dev.carmine.it.wire.CommandParser;
import dev.carmine.it.wire.RawErrorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whether what the client says of each command is what the server says of it. A factory is left to newer servers if the
 * one of this run does not know its command, or is older than one of its options.
 */
@RedisTest
class CommandTableIT {
    /** Since when options can be used of which {@code COMMAND DOCS} does not tell. */
    private static final Set<String> KNOWN_FROM_RELEASE_NOTES = Set.of(
            "CLIENT PAUSE 3.0.0", // Redis 7.0 names a version on the way there
            "HSCAN 7.4.0"); // NOVALUES

    private final List<Factory> factories = Factory.all();
    private final RedisServer server;
    private final Map<String, ServerCommand> known;

    CommandTableIT(RedisServer server) {
        this.server = server;
        this.known = ServerCommand.allOf(server);
    }

    /** Servers before 7.0 do not tell subcommands: it is enough there that one has a factory. */
    @Test
    void everyCommandHasAFactoryOrIsLeftOutForAReason() {
        assertThat(known.values().stream()
                        .filter(command -> !command.isContainer())
                        .map(ServerCommand::name)
                        .filter(name -> factories.stream().noneMatch(factory -> factory.isOf(name)))
                        .filter(name -> LeftOut.reasonFor(name) == null)
                        .sorted())
                .as("commands without a factory")
                .isEmpty();
    }

    @Test
    void nothingIsLeftOutThatHasAFactory() {
        assertThat(factories).map(Factory::command).doesNotContainAnyElementsOf(LeftOut.names());
    }

    @Test
    void everyCommandHasAsManyWordsAsTheServerWants() {
        assertThat(samples())
                .hasSizeGreaterThan(100)
                .filteredOn(sample -> !known(sample).takes(words(sample).size()))
                .map(CommandTableIT::words)
                .isEmpty();
    }

    /** No text occurs twice in a sample, so the same keys are the same positions. Redis 6.2 has another order of them. */
    @Test
    void keysAreWhereTheServerFindsThem() {
        assertThat(samples())
                .allSatisfy(sample -> assertThat(sample.keys())
                        .extracting(key -> new String(key, UTF_8))
                        .as("keys of %s", words(sample))
                        .containsExactlyInAnyOrderElementsOf(serversKeys(sample)));
    }

    private List<String> serversKeys(Command<?> sample) {
        List<String> words = words(sample);
        if (words.size() == 1) {
            return List.of(); // Redis 7.0 wants more of COMMAND GETKEYS
        }
        String[] question =
                Stream.concat(Stream.of("COMMAND", "GETKEYS"), words.stream()).toArray(String[]::new);
        try {
            return ((List<?>) Objects.requireNonNull(server.call(question)))
                    .stream().map(String::valueOf).toList();
        } catch (RawErrorException e) {
            assertThat(e).hasMessageContaining("The command has no key arguments");
            return known(sample).slotWords(words);
        }
    }

    @Test
    void whatIsReadOnlyIsSoForTheServer() {
        assertThat(samples())
                .filteredOn(sample -> sample.isReadOnly() != known(sample).hasFlag("readonly"))
                .map(Command::name)
                .isEmpty();
    }

    /** Redis 7.0 flags all that block but {@code WAIT}. Valkey waits for replicas in one command that it does not flag. */
    @Test
    @SinceRedis("7.2")
    void whatBlocksDoesSoForTheServer() {
        assertThat(samples())
                .filteredOn(sample -> !sample.name().equals("CLUSTER SETSLOT"))
                .filteredOn(sample -> blocks(sample) != known(sample).hasFlag("blocking"))
                .map(Command::name)
                .isEmpty();
    }

    private static boolean blocks(Command<?> sample) {
        return EncodedCommand.of(sample).spec().blocking() != Blocking.NEVER;
    }

    /** A factory with an option may name the version that brought the option. */
    @Test
    @SinceRedis("7.0")
    void javadocTellsSinceWhenThereIsTheCommandOrItsOption() {
        Map<String, ServerCommand.Docs> docs = ServerCommand.docsOf(server);
        assertThat(factories)
                .filteredOn(factory -> !isTooNew(factory) && contradicts(docs.get(factory.command()), factory.since()))
                .map(factory -> factory.command() + " " + factory.since())
                .isSubsetOf(KNOWN_FROM_RELEASE_NOTES);
    }

    /** Servers before 7.0 do not tell subcommands. */
    @Test
    void theServerHasTheCommandsThatItsVersionSupportsAndNoOthers() {
        String version = server.version().toString();
        ServerVersion self =
                server.flavour() == Flavour.VALKEY ? ServerVersion.valkey(version) : ServerVersion.redis(version);
        List<Command<?>> commands = CommandTable.all().stream()
                .map(CommandSpec::name)
                .filter(name -> server.redisLevel().isAtLeast("7.0") || !name.contains(" "))
                .<Command<?>>map(Command::of)
                .toList();
        assertThat(commands).hasSizeGreaterThan(200);
        assertThat(commands)
                .filteredOn(self::supports)
                .extracting(Command::name)
                .isSubsetOf(known.keySet());
        assertThat(commands)
                .filteredOn(self::lacks)
                .extracting(Command::name)
                .doesNotContainAnyElementsOf(known.keySet());
    }

    private static boolean contradicts(ServerCommand.@Nullable Docs docs, String since) {
        return docs != null && !docs.names(since);
    }

    private boolean isTooNew(Factory factory) {
        return Version.of(factory.since()).compareTo(server.redisLevel()) > 0;
    }

    /** Servers before 7.0 know no subcommands, so those are left out there. */
    private List<Command<?>> samples() {
        Set<String> tooNew =
                factories.stream().filter(this::isTooNew).map(Factory::command).collect(toSet());
        return Factory.samples().stream()
                .filter(sample -> known.containsKey(sample.name()) && !tooNew.contains(sample.name()))
                .toList();
    }

    private ServerCommand known(Command<?> sample) {
        return Objects.requireNonNull(known.get(sample.name()));
    }

    private static List<String> words(Command<?> command) {
        try {
            byte[] bytes = EncodedCommand.of(command).bytes();
            return Objects.requireNonNull(new CommandParser(new ByteArrayInputStream(bytes)).next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.client.command.SyncCommands;
import dev.carmine.it.client.Clients;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The tests of one group of commands, written against the synchronous interface: {@link #redis} passes each call on to
 * the face that is tested, so that what holds for one face on one protocol is shown for all.
 */
@RedisTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class CommandContract {
    /** What was called so far in this JVM. */
    private static final Set<CalledCommand> CALLED = ConcurrentHashMap.newKeySet();

    final RedisServer server;
    private final Class<?> group;
    private final Face face;
    private final Resp resp;
    Carmine client;

    /** The commands, through the face and the protocol of this run. */
    SyncCommands<String> redis;

    CommandContract(Class<?> group, Face face, Resp resp, RedisServer server) {
        this.group = group;
        this.face = face;
        this.resp = resp;
        this.server = server;
    }

    /** Not in the constructor: a test that is skipped has been constructed, but is never closed. */
    @BeforeEach
    void connect() {
        server.flushAll();
        client = Clients.connect(server, resp);
        redis = throughFace();
    }

    @SuppressWarnings("unchecked") // All faces of a client read stored values as text.
    private SyncCommands<String> throughFace() {
        return (SyncCommands<String>) Proxy.newProxyInstance(
                SyncCommands.class.getClassLoader(),
                new Class<?>[] {SyncCommands.class},
                (proxy, method, args) -> call(method, args));
    }

    private @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable {
        CALLED.add(new CalledCommand(face, resp, signature(method)));
        return face.call(client, method, args == null ? new Object[0] : args);
    }

    @AfterEach
    void close() {
        client.close();
    }

    /** Runs last; alone it fails, since it looks at what the other tests of the class have called. */
    @Test
    @Order(Integer.MAX_VALUE)
    @SinceRedis("7.0")
    void everyCommandOfTheGroupIsCalled() {
        assertThat(List.of(group.getDeclaredMethods()))
                .isNotEmpty()
                .filteredOn(method -> !Set.of("call", "valueType").contains(method.getName()))
                .filteredOn(method -> !notHere().contains(method.getName()))
                .map(method -> new CalledCommand(face, resp, signature(method)))
                .filteredOn(command -> !CALLED.contains(command))
                .as("commands that were not called")
                .isEmpty();
    }

    /** The names of methods whose commands the server of this run does not have. */
    Set<String> notHere() {
        return Set.of();
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    private record CalledCommand(Face face, Resp resp, String signature) {}
}

package dev.carmine.it.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import dev.carmine.it.server.RedisServer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs the classes below within tests; their tag keeps them from being run by themselves. */
class RedisExtensionIT {

    @Test
    void emptiesTheSharedServerBeforeEachClass() {
        run(LeavesAKey.class).assertStatistics(stats -> stats.succeeded(1));
        run(LeavesAKey.class).assertStatistics(stats -> stats.succeeded(1));
    }

    @Test
    @RedisTest(isolated = true)
    void givesMethodsAndNestedClassesTheirOwnServers() {
        HasThreeServers.PORTS.clear();
        run(HasThreeServers.class).assertStatistics(stats -> stats.succeeded(4));
        assertThat(HasThreeServers.PORTS).hasSize(3);
    }

    @Test
    @RedisTest(isolated = true)
    void addsTheLogToAFailure() {
        run(Fails.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                message("on purpose"),
                                suppressed(0, message(text -> text.contains("eady to accept connections"))))));
    }

    @Test
    void skipsWhatTheServerIsTooOldFor() {
        Events events = run(NeedsTheFuture.class);
        events.assertStatistics(stats -> stats.skipped(3).succeeded(1));
        events.assertThatEvents()
                .haveExactly(1, skippedBecause("needs Redis 999.0, this is "))
                .haveExactly(1, skippedBecause("needs Valkey 999.0, this is "))
                .haveExactly(1, skippedBecause("needs Redis 999.0 or Valkey 999.0, this is "));
    }

    private static Condition<Event> skippedBecause(String beginning) {
        return event(skippedWithReason(reason -> reason.startsWith(beginning)));
    }

    private static Events run(Class<?>... classes) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(Arrays.stream(classes).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new))
                .execute()
                .testEvents();
    }

    @Tag("sample")
    @RedisTest
    static class LeavesAKey {
        @Test
        void startsEmpty(RedisServer server) {
            assertThat(server.call("DBSIZE")).isEqualTo(0L);
            server.call("SET", "key", "value");
        }
    }

    @Tag("sample")
    @RedisTest(config = "maxmemory 10mb")
    static class HasThreeServers {
        static final Set<Integer> PORTS = new HashSet<>();

        HasThreeServers(RedisServer server) {
            PORTS.add(server.port());
        }

        @Test
        void first(RedisServer server) {
            PORTS.add(server.port());
        }

        @Test
        void second(RedisServer server) {
            PORTS.add(server.port());
        }

        @Test
        @RedisTest
        void own(RedisServer server) {
            PORTS.add(server.port());
        }

        @Nested
        @RedisTest(isolated = true)
        class Inner {
            @Test
            void third(RedisServer server) {
                PORTS.add(server.port());
            }
        }
    }

    @Tag("sample")
    @RedisTest
    static class Fails {
        @Test
        void fails() {
            throw new IllegalStateException("on purpose");
        }
    }

    @Tag("sample")
    @RedisTest
    static class NeedsTheFuture {
        @Test
        @SinceRedis("999.0")
        void needsTheFuture() {
            throw new AssertionError("must not run");
        }

        @Test
        @SinceRedis(valkey = "999.0")
        void needsTheFutureOfValkey() {
            throw new AssertionError("must not run");
        }

        @Test
        @SinceRedis(value = "999.0", valkey = "999.0")
        void needsTheFutureOfEither() {
            throw new AssertionError("must not run");
        }

        @Test
        @SinceRedis(value = "6.0", valkey = "999.0")
        void needsThePastOfOne() {
            // Every server will do.
        }
    }
}

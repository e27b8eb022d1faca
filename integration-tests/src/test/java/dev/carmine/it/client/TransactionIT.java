package dev.carmine.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarmineConflictException;
import dev.carmine.client.CarmineInterruptedException;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineServerException;
import dev.carmine.client.Command;
import dev.carmine.client.Reply;
import dev.carmine.client.Transaction;
import dev.carmine.client.command.Commands;
import dev.carmine.it.junit.Callers;
import dev.carmine.it.junit.EachProtocol;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.ThreadKind;
import dev.carmine.it.server.RedisServer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** {@link Carmine#transaction}: transactions that watch keys, and are attempted again. */
@RedisTest
class TransactionIT {
    record Account(String owner, long balance) {}

    @EachProtocol
    void whatWasCollectedIsExecutedAtTheEnd(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("balance", 10);
            long left = redis.transaction(1, tx -> {
                tx.watch("balance");
                long balance = Long.parseLong(String.valueOf(tx.now().get("balance")));
                Reply<Boolean> noted = tx.set("before", balance);
                Reply<Long> after = tx.decrby("balance", 3);
                assertThat(redis.get("before")).as("not yet").isNull();
                return () -> noted.get() ? after.get() : -1;
            });
            assertThat(left).isEqualTo(7);
            assertThat(redis.get("before")).isEqualTo("10");
        }
    }

    @EachProtocol
    void whatWasReadBeforeItIsWatchedIsAnError(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> redis.transaction(1, tx -> {
                        String unused = tx.now().get("stock");
                        tx.watch("other", "stock");
                        return tx.decr("stock");
                    }))
                    .withMessageContaining("call watch(...) first")
                    .withMessageNotContaining("stock");
            assertThatIllegalStateException()
                    .isThrownBy(() -> redis.transaction(1, tx -> {
                        Object unused = tx.now().pipeline(Commands.mget("stock", "other"));
                        tx.watch("other");
                        return tx.decr("stock");
                    }));
            assertThat(redis.exists("stock")).isZero();
            assertThat(redis.stats().pool().lent()).isZero();
        }
    }

    @EachProtocol
    void whatIsWatchedMayDependOnWhatWasReadWatched(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("current", "counter:7");
            redis.set("limit", "10");
            long count = redis.transaction(1, tx -> {
                String limit = tx.now().get("limit"); // not watched at all
                tx.watch("current");
                String counter = Objects.requireNonNull(tx.now().get("current"));
                Boolean unused = tx.now().setnx(counter, 5);
                tx.watch(counter, "current");
                assertThat(tx.now().get(counter)).isEqualTo("5");
                return tx.incrby(counter, Long.parseLong(Objects.requireNonNull(limit)));
            });
            assertThat(count).isEqualTo(15);
        }
    }

    @EachProtocol
    void objectsAreReadAndWritten(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            redis.set("account", new Account("ann", 10));
            Account account = redis.transaction(1, tx -> {
                tx.watch("account");
                Account old = Objects.requireNonNull(tx.now().as(Account.class).get("account"));
                Reply<Boolean> unused = tx.set("account", new Account(old.owner(), old.balance() + 1));
                return tx.as(Account.class).get("account");
            });
            assertThat(account).isEqualTo(new Account("ann", 11));
        }
    }

    @EachProtocol
    void aConflictIsAReasonForAnotherAttempt(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            AtomicInteger attempts = new AtomicInteger();
            long count = redis.transaction(3, tx -> {
                tx.watch("count");
                if (attempts.incrementAndGet() < 3) {
                    redis.incr("count");
                }
                return tx.incr("count");
            });
            assertThat(count).isEqualTo(3);
            assertThat(attempts).hasValue(3);
            assertThat(redis.stats().pool().lent()).isZero();
        }
    }

    @EachProtocol
    void aConflictInTheLastAttemptIsTold(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatExceptionOfType(CarmineConflictException.class)
                    .isThrownBy(() -> redis.transaction(2, tx -> interfered(redis, tx)))
                    .withMessageContaining("each of 2 attempts");
            assertThatExceptionOfType(CarmineConflictException.class)
                    .isThrownBy(() -> redis.transaction(1, tx -> interfered(redis, tx)))
                    .withMessageContaining("its only attempt");
            assertThat(redis.get("executed")).isNull();
            assertThat(redis.get("count")).isEqualTo("3");
        }
    }

    private static Reply<Boolean> interfered(Carmine redis, Transaction tx) {
        tx.watch("count");
        redis.incr("count");
        return tx.set("executed", true);
    }

    @EachProtocol
    void callersWhoCountTogetherLoseNothing(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            Callers.start(ThreadKind.PLATFORM, 4, number -> {
                        for (int i = 0; i < 25; i++) {
                            redis.transaction(1_000, tx -> {
                                tx.watch("count");
                                String count = tx.now().get("count");
                                return tx.set("count", count == null ? 1 : Long.parseLong(count) + 1);
                            });
                        }
                    })
                    .awaitEnd();
            assertThat(redis.get("count")).isEqualTo("100");
        }
    }

    @EachProtocol
    void whatTheFunctionThrowsEndsItAndTheConnectionIsAsClean(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            AtomicReference<@Nullable Long> connection = new AtomicReference<>();
            assertThatIllegalStateException()
                    .isThrownBy(() -> redis.transaction(5, tx -> {
                        connection.set(tx.now().clientId());
                        tx.watch("count");
                        Reply<Long> unused = tx.incr("count");
                        throw new IllegalStateException("sold out");
                    }))
                    .withMessage("sold out");
            redis.set("count", 5);
            long count = redis.transaction(1, tx -> {
                assertThat(tx.now().clientId()).as("the same connection").isEqualTo(connection.get());
                return tx.incr("count");
            });
            assertThat(count).as("nothing is watched any more").isEqualTo(6);
        }
    }

    @EachProtocol
    void oneThatCollectsNothingExecutesNothing(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            String answer = redis.transaction(1, tx -> {
                tx.watch("count");
                redis.incr("count");
                return Reply.of("nothing to do");
            });
            assertThat(answer).isEqualTo("nothing to do");
            assertThat(redis.<Long>transaction(1, tx -> tx.incr("count")))
                    .as("nothing is watched any more")
                    .isEqualTo(2);
        }
    }

    @EachProtocol
    void aCommandThatFailsFailsAloneAndIsTold(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatExceptionOfType(CarminePipelineException.class)
                    .isThrownBy(() -> redis.transaction(5, tx -> {
                        Reply<Boolean> unused = tx.set("text", "v");
                        Reply<Long> unusedToo = tx.incr("text");
                        return tx.incr("count");
                    }))
                    .withMessageStartingWith("1 of 3 commands of a transaction failed, the first with: INCR: ERR")
                    .satisfies(e -> assertThat(e.replies()).element(2).isEqualTo(1L));
            assertThat(redis.get("text")).isEqualTo("v");
        }
    }

    @EachProtocol
    void nothingIsExecutedIfOneCommandIsNotTaken(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatExceptionOfType(CarminePipelineException.class)
                    .isThrownBy(() -> redis.transaction(5, tx -> {
                        tx.watch("count");
                        Reply<?> unused = tx.add(Command.of("NO.SUCH.COMMAND"));
                        return tx.incr("count");
                    }))
                    .withMessageContaining("NO.SUCH.COMMAND: ERR unknown command")
                    .satisfies(e -> assertThat(e.replies().get(1)).isInstanceOf(CarmineServerException.class));
            assertThat(redis.get("count")).isNull();
            assertThat(redis.<Long>transaction(1, tx -> tx.incr("count"))).isEqualTo(1);
        }
    }

    @EachProtocol
    void whatChangesTheConnectionIsRefused(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> redis.transaction(1, tx -> tx.add(Command.of("EXEC"))))
                    .withMessageContaining("EXEC is part of a transaction");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            redis.transaction(1, tx -> Reply.of(tx.now().call(Command.of("MULTI")))))
                    .withMessageContaining("MULTI is part of a transaction");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> redis.transaction(0, tx -> Reply.of(1)))
                    .withMessage("maxAttempts must be at least 1, but is 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> redis.transaction(1, tx -> {
                        tx.watch();
                        return Reply.of(1);
                    }));
        }
    }

    @EachProtocol
    void repliesAndTheTransactionHaveTheirTime(Resp resp, RedisServer server) {
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            redis.transaction(1, tx -> Reply.of(tx.incr("count").get())))
                    .withMessageContaining("the reply to INCR is not there yet")
                    .withMessageContaining("now()");
            Transaction kept = redis.transaction(1, Reply::of);
            assertThatIllegalStateException().isThrownBy(() -> kept.incr("count"));
            assertThatIllegalStateException().isThrownBy(() -> kept.watch("count"));
            assertThatIllegalStateException().isThrownBy(kept::now);
        }
    }

    @EachProtocol
    void anInterruptEndsIt(Resp resp, RedisServer server) {
        server.flushAll();
        try (Carmine redis = Clients.connect(server, resp)) {
            assertThatThrownBy(() -> redis.transaction(Integer.MAX_VALUE, tx -> {
                        Reply<Boolean> reply = interfered(redis, tx);
                        Thread.currentThread().interrupt();
                        return reply;
                    }))
                    .isInstanceOf(CarmineInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(redis.get("executed")).isNull();
            assertThat(redis.stats().pool().lent()).isZero();
        }
    }
}

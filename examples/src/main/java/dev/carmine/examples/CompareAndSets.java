package dev.carmine.examples;

import static dev.carmine.client.command.Commands.compareAndSet;
import static dev.carmine.client.command.Commands.rpush;

import dev.carmine.client.Carmine;
import dev.carmine.client.Swap;
import dev.carmine.client.command.SetArgs;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The snippets of {@code docs/compare-and-set.md}: writing what nobody has changed in between. */
final class CompareAndSets {
    private CompareAndSets() {}

    record Seats(int free, int sold) {}

    static List<Boolean> keys(Carmine redis, Duration hour) {
        boolean started = redis.compareAndSet("state", "ready", "running");
        boolean first = redis.compareAndSet("leader", null, "me"); // null: if there is none
        boolean renewed =
                redis.compareAndSet("leader", "me", "me", SetArgs.always().expireIn(hour));
        boolean left = redis.compareAndDelete("leader", "me");
        return List.of(started, first, renewed, left);
    }

    static List<Boolean> fields(Carmine redis) {
        boolean moved = redis.compareAndHset("task:1", "owner", "ann", "bob");
        boolean freed = redis.compareAndHdel("task:1", "owner", "bob");
        boolean claimed = redis.hsetAllIfNoneExist("task:1", Map.of("owner", "eve", "since", 1));
        return List.of(moved, freed, claimed);
    }

    static List<Object> together(Carmine redis) {
        List<Object> replies = redis.multi(compareAndSet("state", "ready", "running"), rpush("log", "started"));
        return replies;
    }

    static long count(Carmine redis) {
        long visits = redis.as(Long.class).swap("visits", 10, old -> Swap.set(old == null ? 1 : old + 1));
        return visits;
    }

    static boolean sell(Carmine redis) {
        boolean sold = redis.as(Seats.class).hswap("trains", "ICE 1", 10, seats -> {
            if (seats == null || seats.free() == 0) {
                return Swap.abort().returning(false);
            }
            return Swap.set(new Seats(seats.free() - 1, seats.sold() + 1)).returning(true);
        });
        return sold;
    }
}

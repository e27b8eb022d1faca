package dev.carmine.examples;

import dev.carmine.client.Carmine;
import dev.carmine.client.CarminePipelineException;
import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Fate;
import dev.carmine.client.command.Strings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The snippets of {@code docs/errors.md}: what to do when something goes wrong. */
final class Errors {
    private Errors() {}

    static void countOnce(Carmine redis) {
        try {
            redis.incr("orders");
        } catch (CarmineUnansweredException e) {
            if (e.fate() == Fate.NOT_SENT) {
                redis.incr("orders"); // cannot count twice
            } else {
                reconcile("orders"); // ask whoever knows
            }
        }
    }

    static void setAgainIfInDoubt(Carmine redis) {
        redis.call(Strings.set("state", "ready").retryable());
    }

    static List<Object> lookAtEachReply(Carmine redis) {
        List<Object> replies = List.of();
        try {
            redis.pipeline(Strings.incr("a"), Strings.incr("text"), Strings.incr("b"));
        } catch (CarminePipelineException e) {
            replies = e.replies(); // 1, a CarmineServerException, 1
        }
        return replies;
    }

    static @Nullable String quickly(Carmine redis) {
        Carmine impatient = redis.withTimeout(Duration.ofMillis(200)); // a view, over the same connections
        String state = impatient.get("state");
        return state;
    }

    private static void reconcile(String counter) {
        throw new IllegalStateException("nobody knows " + counter);
    }
}

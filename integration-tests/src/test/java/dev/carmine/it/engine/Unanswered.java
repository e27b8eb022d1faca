package dev.carmine.it.engine;

import static org.assertj.core.api.Assertions.fail;

import dev.carmine.client.CarmineUnansweredException;
import dev.carmine.client.Fate;
import java.util.function.Supplier;

/** Calls that are to be sent and to get no reply in time. */
final class Unanswered {
    private static final int ATTEMPTS = 100;

    private Unanswered() {}

    /**
     * Makes a call that times out, again and again until it is of unknown fate: on a busy machine a short time may pass
     * before it is sent.
     */
    static <E extends CarmineUnansweredException> E onceSent(Class<E> type, Supplier<Pending<?>> call) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            E e = call.get().failure(type);
            if (e.fate() == Fate.UNKNOWN) {
                return e;
            }
        }
        return fail("none of " + ATTEMPTS + " calls was sent");
    }
}

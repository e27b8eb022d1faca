package dev.carmine.client.internal.wire;

import dev.carmine.protocol.RespError;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Renews the credentials of a live wire: knows which generation of the {@link CredentialsSource} the wire has, and which
 * it is to have, and makes AUTH when the first is older. Confined to the holder of the {@link Lead}, but for
 * {@link #want} and {@link #isDue}.
 */
final class Renewal {
    private static final long NO_WIRE = Long.MAX_VALUE;

    private final LinkSettings settings;

    /** The generation that the wire is to have; raised by any thread. */
    private final AtomicLong wanted = new AtomicLong();

    /** The generation that the wire has, or was sent; nothing is newer while there is no wire. */
    private volatile long present = NO_WIRE;

    /** AUTH that was made for this wire and has no reply yet, oldest first. */
    private final ArrayDeque<SingleCall> underWay = new ArrayDeque<>();

    Renewal(LinkSettings settings) {
        this.settings = settings;
    }

    /** Has the wire authenticate with what is now the newest; by any thread. */
    void want() {
        wanted.accumulateAndGet(settings.credentials().generation(), Math::max);
    }

    /** Whether there is a wire that must authenticate anew; by any thread. */
    boolean isDue() {
        return present < wanted.get();
    }

    /** There is a new wire, which has authenticated with credentials of this generation. */
    void opened(long generation) {
        present = generation;
    }

    /** AUTH with the newest credentials, to be sent next; null if it is not due. */
    @Nullable SingleCall authIfDue(long now) {
        if (!isDue()) {
            return null;
        }
        CredentialsSource.Stamped newest = settings.credentials().lastPushed();
        present = newest.generation();
        if (newest.credentials() == null) {
            return null;
        }
        SingleCall auth = new SingleCall(Handshake.auth(newest.credentials()), null, now + settings.commandTimeout());
        underWay.add(auth);
        return auth;
    }

    /** A call has ended. If it is AUTH and the server refuses it, the wire goes on as whom it was. */
    void ended(Call call) {
        if (call == underWay.peek()) {
            RespError error = underWay.remove().refusal();
            if (error != null) {
                settings.listener().authenticationFailed(Failure.withoutArguments(error));
            }
        }
    }

    /** The wire is lost; the next one authenticates by itself, perhaps with something newer than what was under way. */
    void lost() {
        present = NO_WIRE;
        underWay.forEach(Call::abandon);
        underWay.clear();
    }
}

package dev.carmine.mq.internal.worker;

import dev.carmine.client.Command;
import dev.carmine.client.Script;
import dev.carmine.mq.internal.Parcel;
import dev.carmine.mq.internal.QueueKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with the server, as it is sent; again just so if there is no answer. Immutable.
 *
 * @param worker the id under which it is sent
 * @param number one more than that of the exchange before
 * @param answered the number of the last one whose answer has come and was understood; 0 if none has
 * @param slots how many messages there are free slots for
 * @param ahead how many more may be handed out, for slots that will be free in a moment
 * @param blockLimit how long the worker will block at most if there are none, in milliseconds; 0 if it will not
 * @param settles what is finished
 * @param news how much the worker had heard of the queue when this was made; see {@code Attention}
 */
record ExchangeCall(
        String worker,
        long number,
        long answered,
        int slots,
        int ahead,
        long blockLimit,
        List<Settle> settles,
        long news) {
    /** One exchange hands out no more than so many bytes, unless a single message is larger. */
    private static final long MOST_BYTES = 1 << 20;

    private static final int FIXED_ARGS = 7;
    private static final int ARGS_OF_SETTLE = 4;

    /** The same content under another number; what the former has handed out goes back. */
    ExchangeCall renumbered(long newNumber) {
        return new ExchangeCall(worker, newNumber, answered, slots, ahead, blockLimit, settles, news);
    }

    /** The same content as the first exchange of another worker. */
    ExchangeCall asFirstOf(String newWorker) {
        return new ExchangeCall(newWorker, 1, 0, slots, ahead, blockLimit, settles, news);
    }

    /** The same without room for messages. The server may have heard of the former, and have handed out some. */
    ExchangeCall withoutSlots() {
        return new ExchangeCall(worker, number, answered, 0, 0, 0, settles, news);
    }

    /**
     * What is sent.
     *
     * @param script of exchanges
     * @param own keys of the worker's queue
     * @param name of the worker, for people
     */
    Command<@Nullable Object> command(Script script, QueueKeys own, String name) {
        List<Object> args = new ArrayList<>(FIXED_ARGS + settles.size() * ARGS_OF_SETTLE);
        args.addAll(List.of(
                worker, name, number + ":" + answered, slots + "+" + ahead, MOST_BYTES, blockLimit, settles.size()));
        OtherQueues others = new OtherQueues(own);
        for (Settle settle : settles) {
            args.addAll(settle.words());
            for (Parcel<?> message : settle.chained()) {
                args.add(others.indexOf(message.keys()));
                args.add(message.id());
                args.add(message.envelope());
                args.add(message.options());
            }
        }
        List<String> keys = new ArrayList<>();
        keys.add(own.part("w:" + worker));
        keys.addAll(others.keys);
        return script.on(own.allAnd(keys), args.toArray()).asBinary();
    }

    /** The queues that messages are chained into, beside the worker's own. */
    private static final class OtherQueues {
        private final List<String> keys = new ArrayList<>();
        private final Map<List<String>, Integer> indexes = new HashMap<>();

        OtherQueues(QueueKeys own) {
            indexes.put(own.all(), 0);
        }

        int indexOf(QueueKeys queue) {
            Integer known = indexes.get(queue.all());
            if (known != null) {
                return known;
            }
            int index = indexes.size();
            indexes.put(queue.all(), index);
            keys.addAll(queue.all());
            return index;
        }
    }
}

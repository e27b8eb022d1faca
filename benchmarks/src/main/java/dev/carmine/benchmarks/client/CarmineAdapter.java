package dev.carmine.benchmarks.client;

import dev.carmine.client.AsyncCarmine;
import dev.carmine.client.Carmine;
import dev.carmine.client.Command;
import dev.carmine.client.Script;
import dev.carmine.client.Subscription;
import dev.carmine.client.command.PubSub;
import dev.carmine.client.command.Strings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Carmine with its defaults: one connection that all callers share. Futures are completed on its callback executor, not
 * on the thread that reads.
 */
final class CarmineAdapter implements BenchmarkClient {
    private final Carmine carmine;
    private final AsyncCarmine async;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Receipts receipts = new Receipts();
    private @Nullable Subscription subscription;

    CarmineAdapter(Address address) {
        carmine = Carmine.connect(address.uri());
        async = carmine.async();
    }

    @Override
    public @Nullable String get(String key) {
        return carmine.get(key);
    }

    @Override
    public void set(String key, String value) {
        carmine.set(key, value);
    }

    @Override
    public CompletionStage<@Nullable String> getAsync(String key) {
        return async.get(key);
    }

    @Override
    public Collection<? extends @Nullable String> pipelinedGet(String[] keys) {
        List<Command<@Nullable String>> commands = new ArrayList<>(keys.length);
        for (String key : keys) {
            commands.add(Strings.get(key));
        }
        return carmine.pipeline(commands);
    }

    @Override
    public Collection<? extends @Nullable String> mget(String[] keys) {
        return carmine.mget(keys);
    }

    @Override
    public Map<String, String> hgetall(String key) {
        return carmine.hgetall(key);
    }

    @Override
    public @Nullable Order setAndGet(String key, Order order) {
        carmine.set(key, order);
        return carmine.get(key, Order.class);
    }

    @Override
    public @Nullable String runScript(String script, String key) {
        Command<@Nullable String> command =
                scripts.computeIfAbsent(script, Script::of).on(List.of(key)).as(String.class);
        return carmine.call(command);
    }

    @Override
    public @Nullable String transaction(String key, String value) {
        return (String) carmine.multi(Strings.set(key, value), Strings.get(key)).get(1);
    }

    @Override
    public void publishAndReceive(String channel, String message, int times) {
        if (subscription == null) {
            subscription = carmine.subscribe(channel, (from, text) -> receipts.add());
        }
        carmine.pipeline(Collections.nCopies(times, PubSub.publish(channel, message)));
        receipts.await(times);
    }

    @Override
    public void close() {
        carmine.close();
    }
}

package dev.carmine.it.mq.fault;

import dev.carmine.it.mq.fault.Violation.Promise;
import dev.carmine.it.process.WorkFolder;
import dev.carmine.mq.internal.QueueScripts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Mistakes that the scripts could have. A JVM runs with one if its folder comes first on the class path: nothing in the
 * queue's own code leads there.
 */
enum Sabotage {
    DELIVERY_NUMBER_AS_FENCE(
            Scenario.ID_USED_AGAIN,
            Promise.FENCES_INCREASE,
            "exchange.lua",
            "local fence = string.format(FENCE, math.max(tonumber(call('HGET', own.c, 'fence') or 0) + 1, micros))",
            "local fence = string.format(FENCE, lib.deliveriesOf(grants.records[1]) + 1)"),

    NO_FENCE_CHECK(
            Scenario.ID_USED_AGAIN,
            Promise.AN_OLD_FENCE_CHANGES_NOTHING,
            "exchange.lua",
            "lib.stateOf(record) ~= 'l' or lib.fenceOf(record) ~= fence then",
            "lib.stateOf(record) ~= 'l' then"),

    MARKER_ONLY_WHEN_THE_HEAD_CHANGES(
            Scenario.WAKE_UP_LOST,
            Promise.NOTHING_WAITS_FOR_AN_IDLE_WORKER,
            "prelude.lua",
            "    if leasable then\n        call('ZADD', q.m, 0, 'w')\n",
            "    if leasable then\n        if call('ZCARD', q.r) <= 1 then call('ZADD', q.m, 0, 'w') end\n"),

    EXCHANGE_BEGINS_WITH_ZADD(
            Scenario.MEMORY_FULL,
            Promise.NOTHING_IS_LOST,
            "exchange.lua",
            "call('ZREM', own.m, '')",
            "call('ZADD', own.m, 0, 'w')"),

    NO_REQUEST_TOKEN(
            Scenario.ENQUEUE_REPEATED,
            Promise.AN_ENQUEUE_IS_ONE_MESSAGE,
            "enqueue.lua",
            "call('HSET', this, ARGV[1], letters)",
            ""),

    NO_BODY_CHECK(
            Scenario.BODY_LOST, Promise.NOTHING_IS_LOST, "exchange.lua", "if not envelopes[i] then", "if false then"),

    NO_LOG_OF_LEASES(
            Scenario.RATE_SPENT, Promise.LIMIT_OF_RATE, "exchange.lua", "call('ZADD', own.rt, unpack(used))", ""),

    TICK_WITHOUT_FENCE(
            Scenario.TICK_REPEATED,
            Promise.AN_ENQUEUE_IS_ONE_MESSAGE,
            "tick.lua",
            "not text or string.sub(text, 17, 32) ~= ARGV[2] then",
            "not text then"),

    LIFE_WITHOUT_END(
            Scenario.LIFE_OVER,
            Promise.WHAT_HAS_EXPIRED_IS_NOT_DELIVERED,
            "exchange.lua",
            "expires ~= '0' and tonumber(expires) <= now then",
            "false then"),

    SLOTS_OF_GROUPS_NOT_COUNTED(
            Scenario.GROUP_FULL,
            Promise.GROUPS_KEEP_THEIR_ORDER,
            "exchange.lua",
            "call('HINCRBY', own.gi, group, 1)",
            "");

    private final Scenario scenario;
    private final Promise promise;
    private final String resource;
    private final String sound;
    private final String broken;

    Sabotage(Scenario scenario, Promise promise, String resource, String sound, String broken) {
        this.scenario = scenario;
        this.promise = promise;
        this.resource = resource;
        this.sound = sound;
        this.broken = broken;
    }

    /** What brings it to light. */
    Scenario scenario() {
        return scenario;
    }

    /** What is not kept then. */
    Promise promise() {
        return promise;
    }

    /** A new folder for the class path, with the one script that is changed. */
    Path folder() {
        Path folder = WorkFolder.newFolder("sabotage");
        Path file = folder.resolve(QueueScripts.class.getPackageName().replace('.', '/'))
                .resolve(resource);
        try (InputStream in = Objects.requireNonNull(QueueScripts.class.getResourceAsStream(resource))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int at = text.indexOf(sound);
            if (at < 0 || text.indexOf(sound, at + 1) >= 0) {
                throw new IllegalStateException(
                        resource + " does not have exactly once what is to be broken: " + sound);
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.replace(sound, broken));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be changed", e);
        }
    }
}

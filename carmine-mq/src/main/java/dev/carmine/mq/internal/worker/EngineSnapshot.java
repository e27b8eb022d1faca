package dev.carmine.mq.internal.worker;

import dev.carmine.mq.WorkerActivity;
import dev.carmine.mq.WorkerState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an engine looks like at a moment.
 *
 * @param state whether it leases messages
 * @param activity what it does
 * @param handling how many messages are being handled
 * @param waiting how many wait for a handler
 * @param sinceExchange how long ago an exchange was answered; null if none was
 * @param sinceTurn how long ago the supervisor looked around; null if there is none
 */
public record EngineSnapshot(
        WorkerState state,
        WorkerActivity activity,
        int handling,
        int waiting,
        @Nullable Duration sinceExchange,
        @Nullable Duration sinceTurn) {}

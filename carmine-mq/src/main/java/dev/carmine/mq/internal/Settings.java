package dev.carmine.mq.internal;

import dev.carmine.mq.QueueOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The limits of a queue as the server stores them: by name, and as text; empty where there is to be none. */
final class Settings {
    private Settings() {}

    /** Those that the options name. */
    static Map<String, String> of(QueueOptions options) {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "lease", options.lease());
        put(settings, "attempts", options.maxAttempts());
        put(settings, "deliveries", options.maxDeliveries());
        put(settings, "deadKeep", options.deadCapacity());
        put(settings, "deadAge", options.deadRetention());
        put(settings, "groupLimit", options.groupConcurrency());
        put(settings, "resultTtl", options.resultRetention());
        Integer concurrency = options.concurrency();
        if (concurrency != null) {
            settings.put("concurrency", concurrency == 0 ? "" : concurrency.toString());
        }
        QueueOptions.Rate rate = options.rate();
        if (rate != null) {
            settings.put("rateCount", rate.count() == 0 ? "" : String.valueOf(rate.count()));
            settings.put("rateWindow", rate.count() == 0 ? "" : String.valueOf(Checks.millis(rate.window())));
        }
        return settings;
    }

    private static void put(Map<String, String> settings, String name, @Nullable Duration time) {
        if (time != null) {
            settings.put(name, Long.toString(Checks.millis(time)));
        }
    }

    private static void put(Map<String, String> settings, String name, @Nullable Integer number) {
        if (number != null) {
            settings.put(name, number.toString());
        }
    }
}

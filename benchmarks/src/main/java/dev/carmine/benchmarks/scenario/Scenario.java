package dev.carmine.benchmarks.scenario;

import dev.carmine.benchmarks.client.Contender;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One row of the comparison: which call, made by whom, over which route. */
public enum Scenario {
    GET_1("GET, 1 thread", Call.GET, Callers.THREADS, 1, Route.LOOPBACK),
    GET_16("GET, 16 threads", Call.GET, Callers.THREADS, 16, Route.LOOPBACK),
    SET_16("SET, 16 threads", Call.SET, Callers.THREADS, 16, Route.LOOPBACK),
    GET_64("GET, 64 threads", Call.GET, Callers.THREADS, 64, Route.LOOPBACK),
    GET_64_VIRTUAL("GET, 64 virtual threads", Call.GET, Callers.VIRTUAL_THREADS, 64, Route.LOOPBACK),
    GET_1000_VIRTUAL("GET, 1,000 virtual threads", Call.GET, Callers.VIRTUAL_THREADS, 1_000, Route.LOOPBACK),
    GET_ASYNC("GET async, 1 thread, 512 in flight", Call.GET, Callers.ASYNC, 512, Route.LOOPBACK),
    PIPELINE_100("Pipeline of 100 GETs", Call.PIPELINE, Callers.THREADS, 1, Route.LOOPBACK),
    MGET_100("MGET of 100", Call.MGET, Callers.THREADS, 1, Route.LOOPBACK),
    HGETALL_1000("HGETALL of 1,000 fields", Call.HGETALL, Callers.THREADS, 1, Route.LOOPBACK),
    GET_1MIB("GET of 1 MiB", Call.GET_LARGE, Callers.THREADS, 1, Route.LOOPBACK),
    DELAYED_GET_16("Delayed: GET, 16 threads", Call.GET, Callers.THREADS, 16, Route.DELAYED),
    DELAYED_GET_64("Delayed: GET, 64 threads", Call.GET, Callers.THREADS, 64, Route.DELAYED),
    DELAYED_GET_64_VIRTUAL("Delayed: GET, 64 virtual threads", Call.GET, Callers.VIRTUAL_THREADS, 64, Route.DELAYED),
    DELAYED_GET_ASYNC("Delayed: GET async, 1 thread, 512 in flight", Call.GET, Callers.ASYNC, 512, Route.DELAYED),
    TLS_GET_1("TLS: GET, 1 thread", Call.GET, Callers.THREADS, 1, Route.TLS),
    TLS_GET_16("TLS: GET, 16 threads", Call.GET, Callers.THREADS, 16, Route.TLS),
    TLS_GET_64("TLS: GET, 64 threads", Call.GET, Callers.THREADS, 64, Route.TLS),
    OBJECT_1("SET and GET of an object, 1 thread", Call.OBJECT, Callers.THREADS, 1, Route.LOOPBACK),
    SCRIPT_16("EVALSHA of a GET, 16 threads", Call.SCRIPT, Callers.THREADS, 16, Route.LOOPBACK),
    TRANSACTION_16("MULTI, SET, GET, EXEC, 16 threads", Call.TRANSACTION, Callers.THREADS, 16, Route.LOOPBACK),
    PUBLISH_100("PUBLISH and receipt of 100 messages", Call.PUBLISH, Callers.THREADS, 1, Route.LOOPBACK);

    /** Who makes the calls. All are closed loops: the next call of a caller waits for the reply to the one before. */
    public enum Callers {
        /** So many platform threads, each waiting for its reply. */
        THREADS,
        /** So many virtual threads, each waiting for its reply. */
        VIRTUAL_THREADS,
        /** One thread that does not wait and has so many calls in flight at most. */
        ASYNC
    }

    /** How the calls get to the server. */
    public enum Route {
        /** Straight to the server on the same machine. */
        LOOPBACK,
        /** Through a proxy that delays by half a millisecond each way. */
        DELAYED,
        /** Straight to the server on the same machine, with TLS as each client speaks it by default. */
        TLS
    }

    private final String title;
    private final Call call;
    private final Callers callers;
    private final int concurrency;
    private final Route route;

    Scenario(String title, Call call, Callers callers, int concurrency, Route route) {
        this.title = title;
        this.call = call;
        this.callers = callers;
        this.concurrency = concurrency;
        this.route = route;
    }

    /**
     * The scenario with this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists them all
     */
    public static Scenario named(String id) {
        for (Scenario scenario : values()) {
            if (scenario.id().equals(id)) {
                return scenario;
            }
        }
        String all = Arrays.stream(values()).map(Scenario::id).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("There is no scenario '" + id + "'. Choose from: " + all + ".");
    }

    /** The name on the command line and in the file of results, such as {@code get-16}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name in the tables. */
    public String title() {
        return title;
    }

    /** What every caller does. */
    public Call call() {
        return call;
    }

    /** Who makes the calls. */
    public Callers callers() {
        return callers;
    }

    /** How many calls may be under way at the same time. */
    public int concurrency() {
        return concurrency;
    }

    /** How the calls get to the server. */
    public Route route() {
        return route;
    }

    /** Whether a client has what the scenario asks for. */
    public boolean suits(Contender contender) {
        return (callers != Callers.ASYNC || contender.hasAsync()) && (call != Call.OBJECT || contender.hasObjects());
    }

    /** Whether the scenario needs a JDK with virtual threads. */
    public boolean needsVirtualThreads() {
        return callers == Callers.VIRTUAL_THREADS;
    }
}

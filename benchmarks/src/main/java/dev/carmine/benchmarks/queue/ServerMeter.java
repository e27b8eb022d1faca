package dev.carmine.benchmarks.queue;

import dev.carmine.it.server.RedisServer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads from the server what its commands cost. Of {@code INFO commandstats} those count that workers and producers
 * send: {@code EVALSHA} and {@code EVAL}, in whose time that of the commands of the script is contained, and the blocking
 * {@code BZPOPMIN}; {@code MONITOR} shows no others of either queue while messages go through. Commands inside scripts have
 * entries of their own, and would be counted twice. It is time by the clock: on a busy machine it contains that of others.
 *
 * @param server the server, which nobody else uses
 */
record ServerMeter(RedisServer server) {
    private static final String SCRIPT = "cmdstat_evalsha";
    private static final String NEW_SCRIPT = "cmdstat_eval";
    private static final String WAIT = "cmdstat_bzpopmin";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(5);

    /**
     * What the server has done since its start.
     *
     * @param scripts how many scripts were run
     * @param commands how many scripts and waits
     * @param micros the time of these commands
     * @param cpuMicros CPU time of the process
     */
    record Reading(long scripts, long commands, long micros, double cpuMicros) {

        /** What it has done since an earlier reading. */
        Reading since(Reading start) {
            return new Reading(
                    scripts - start.scripts,
                    commands - start.commands,
                    micros - start.micros,
                    cpuMicros - start.cpuMicros);
        }
    }

    Reading read() {
        Map<String, String> commands = server.info("commandstats");
        Map<String, String> cpu = server.info("cpu");
        long scripts = field(commands, SCRIPT, "calls") + field(commands, NEW_SCRIPT, "calls");
        return new Reading(
                scripts,
                scripts + field(commands, WAIT, "calls"),
                field(commands, SCRIPT, "usec") + field(commands, NEW_SCRIPT, "usec") + field(commands, WAIT, "usec"),
                1e6 * (seconds(cpu, "used_cpu_user") + seconds(cpu, "used_cpu_sys")));
    }

    private static double seconds(Map<String, String> cpu, String name) {
        return Double.parseDouble(cpu.getOrDefault(name, "0"));
    }

    /** A field of a value such as {@code calls=3,usec=45}; 0 if the command was never run. */
    private static long field(Map<String, String> commands, String command, String name) {
        for (String field : commands.getOrDefault(command, "").split(",")) {
            if (field.startsWith(name + "=")) {
                return Long.parseLong(field.substring(name.length() + 1));
            }
        }
        return 0;
    }

    /**
     * Waits until so many connections wait in a blocking command.
     *
     * @throws IllegalStateException if there are others after ten seconds
     */
    void awaitBlocked(int count) {
        long end = System.nanoTime() + PATIENCE;
        while (!String.valueOf(count).equals(server.info("clients").get("blocked_clients"))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Expected " + count + " blocked clients: " + server.info("clients"));
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }
}

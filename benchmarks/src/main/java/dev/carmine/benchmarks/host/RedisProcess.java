package dev.carmine.benchmarks.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A fresh Redis server on a free port of the loopback interface, which keeps nothing on disk. */
public final class RedisProcess implements AutoCloseable {
    /** Where servers and proxies listen. */
    public static final String HOST = "127.0.0.1";

    private final Process process;
    private final int port;

    private RedisProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server and waits until it accepts connections.
     *
     * @param executable {@code redis-server} or {@code valkey-server}: a path, or a name to be found on {@code PATH}
     * @throws IOException if there is no such program or it ends before it is ready; the message says what to do
     */
    public static RedisProcess start(String executable) throws IOException {
        int port = freePort();
        List<String> command = List.of(
                executable, "--port", "" + port, "--bind", HOST, "--save", "", "--appendonly", "no", "--logfile", "");
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException(
                    "Cannot start '" + executable + "': install redis-server or name one with --redis-server.", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        awaitReady(process, executable);
        return new RedisProcess(process, port);
    }

    /** What the program calls itself, such as {@code Redis server v=7.0.15}. */
    public static String version(String executable) throws IOException {
        Process process = new ProcessBuilder(executable, "--version").start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return output.replaceFirst(" sha=.*", "");
    }

    /** The port that the server listens on. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(Process process, String executable) throws IOException {
        BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder lines = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("Ready to accept connections")) {
                ChildOutput.discard(log);
                return;
            }
            lines.append(line).append('\n');
        }
        throw new IOException("'" + executable + "' ended before it was ready. Its output:\n" + lines);
    }
}

package dev.carmine.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A POSIX signal that tests send to the processes they started. */
public enum Signal {
    /** Asks to end; the process may clean up first. */
    TERM,
    /** Ends the process at once. */
    KILL,
    /** Freezes the process: its sockets stay open and the kernel goes on accepting bytes for them. */
    STOP,
    /** Lets a frozen process go on. */
    CONT;

    /**
     * Sends this signal and waits until it has been delivered to the kernel.
     *
     * @param pid the process
     * @throws IllegalStateException if there is no such process, or it may not be signalled
     */
    void sendTo(long pid) {
        try {
            // The shell's own kill: a small machine has no program of that name.
            Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + name() + " " + pid)
                    .redirectErrorStream(true)
                    .start();
            String complaint = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("cannot send SIG" + name() + " to process " + pid + ": " + complaint);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending SIG" + name() + " to process " + pid, e);
        }
    }
}

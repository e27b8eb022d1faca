package dev.carmine.benchmarks.trial;

import org.HdrHistogram.Histogram;

/** Callers that make calls from the start of a trial to its end. */
interface Load {

    /** Starts the callers. They follow the {@link Course} of the trial. */
    void start();

    /**
     * Waits for the last calls and ends the callers. To be called when the trial is over and not before its last sample
     * was taken, because what a thread has allocated cannot be asked for after its end.
     *
     * @return the latencies of the calls that were counted
     */
    Histogram finish() throws InterruptedException;
}

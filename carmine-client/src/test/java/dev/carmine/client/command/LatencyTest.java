package dev.carmine.client.command;

import java.util.stream.Stream;

class LatencyTest extends FactoryContract {
    LatencyTest() {
        super(Latency.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Latency.latencyDoctor(), "LATENCY DOCTOR"),
            row(Latency.latencyGraph("e"), "LATENCY GRAPH e"),
            row(Latency.latencyHistogram(), "LATENCY HISTOGRAM"),
            row(Latency.latencyHistogram("get", "set"), "LATENCY HISTOGRAM get set"),
            row(Latency.latencyHistory("e"), "LATENCY HISTORY e"),
            row(Latency.latencyLatest(), "LATENCY LATEST"),
            row(Latency.latencyReset(), "LATENCY RESET"),
            row(Latency.latencyReset("e1", "e2"), "LATENCY RESET e1 e2"));
    }
    // spotless:on
}

package dev.carmine.client.command;

import java.util.stream.Stream;

class MemoryTest extends FactoryContract {
    MemoryTest() {
        super(Memory.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Memory.memoryDoctor(), "MEMORY DOCTOR"),
            row(Memory.memoryMallocStats(), "MEMORY MALLOC-STATS"),
            row(Memory.memoryPurge(), "MEMORY PURGE"),
            row(Memory.memoryStats(), "MEMORY STATS"),
            row(Memory.memoryUsage("k"), "MEMORY USAGE k", "k"),
            row(Memory.memoryUsage("k", 0), "MEMORY USAGE k SAMPLES 0", "k"));
    }
    // spotless:on
}

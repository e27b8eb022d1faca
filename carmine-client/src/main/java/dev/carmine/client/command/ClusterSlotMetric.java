package dev.carmine.client.command;

/** What is counted of a slot of a cluster. */
public enum ClusterSlotMetric {
    /** The keys. */
    KEY_COUNT("key-count"),
    /** The processor's time for commands on its keys. */
    CPU_USEC("cpu-usec"),
    /** The bytes of requests about its keys. */
    NETWORK_BYTES_IN("network-bytes-in"),
    /** The bytes of replies about its keys. */
    NETWORK_BYTES_OUT("network-bytes-out"),
    /** The bytes that its keys and values take; not of Valkey. */
    MEMORY_BYTES("memory-bytes");

    private final String word;

    ClusterSlotMetric(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}

package dev.carmine.client.command.search;

/** How the distance of vectors is measured. The constants are the words of the commands. */
public enum VectorMetric {
    /** Euclidean distance. */
    L2,
    /** Inner product. */
    IP,
    /** Cosine distance. */
    COSINE
}

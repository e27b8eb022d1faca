package dev.carmine.it.fault;

/** How a connection ends. */
public enum Cut {
    /** In order: both sides read the end of the stream. What they still send is read and dropped. */
    FIN,
    /** By a reset: both sides get an error. Over unix sockets, which know no resets, the end comes without an order. */
    RST
}

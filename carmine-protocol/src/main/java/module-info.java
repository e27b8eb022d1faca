/** RESP2 and RESP3, the protocols of Redis and Valkey: no I/O policy, no threads. */
module dev.carmine.protocol {
    requires static transitive org.jspecify;

    exports dev.carmine.protocol;
}

/** Distributed locks. They use the client's public packages alone, as any other program would. */
module dev.carmine.locks {
    requires transitive dev.carmine.client;
    requires static transitive org.jspecify;
}

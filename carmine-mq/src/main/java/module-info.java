/** The message queue. It uses the client's public packages alone, as any other program would. */
module dev.carmine.mq {
    requires transitive dev.carmine.client;
    requires static transitive org.jspecify;
}

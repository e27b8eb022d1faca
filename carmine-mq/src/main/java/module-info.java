/** The message queue. It uses the client's public packages alone, as any other program would. */
module dev.carmine.mq {
    requires com.cronutils;
    requires org.slf4j; // for com.cronutils, which is an automatic module and cannot say so
    requires transitive dev.carmine.client;
    requires static transitive org.jspecify;

    exports dev.carmine.mq;
}

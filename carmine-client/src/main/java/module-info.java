/** The client: connections, the command model, pipelines. */
module dev.carmine.client {
    requires transitive dev.carmine.protocol;
    requires static transitive org.jspecify;
    requires transitive tools.jackson.databind;
    requires transitive tools.jackson.dataformat.smile;
    requires static com.github.luben.zstd_jni;
    requires static java.compiler;
    requires jdk.net;

    exports dev.carmine.client;
    exports dev.carmine.client.command;
    exports dev.carmine.client.command.search;
    exports dev.carmine.client.metrics;
    exports dev.carmine.client.serialization;
}

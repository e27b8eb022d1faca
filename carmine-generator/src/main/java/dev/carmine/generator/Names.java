package dev.carmine.generator;

/** The names of the client's types that the generator reads or writes. It does not depend on the client itself. */
final class Names {
    static final String CLIENT_PACKAGE = "dev.carmine.client";
    static final String SPEC_PACKAGE = "dev.carmine.client.internal.command";

    static final String COMMAND = CLIENT_PACKAGE + ".Command";
    static final String REPLY = CLIENT_PACKAGE + ".Reply";
    static final String TYPE_REF = CLIENT_PACKAGE + ".TypeRef";
    static final String SWAPS = CLIENT_PACKAGE + ".Swaps";

    static final String REDIS = SPEC_PACKAGE + ".Redis";
    static final String READ_ONLY = SPEC_PACKAGE + ".ReadOnly";
    static final String BLOCKS = SPEC_PACKAGE + ".Blocks";
    static final String STORED = SPEC_PACKAGE + ".Stored";
    static final String ENCODED_COMMAND = SPEC_PACKAGE + ".EncodedCommand";

    static final String NULLABLE = "org.jspecify.annotations.Nullable";
    static final String FUTURE = "java.util.concurrent.CompletableFuture";
    static final String GENERATED = "javax.annotation.processing.Generated";

    private Names() {}
}

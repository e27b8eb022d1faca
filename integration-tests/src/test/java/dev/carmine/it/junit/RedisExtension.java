package dev.carmine.it.junit;

import dev.carmine.it.server.NoServerException;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import dev.carmine.it.server.ServerOptions;
import java.io.Serial;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Starts, empties, hands out and closes the servers that {@link RedisTest} asks for. */
final class RedisExtension implements BeforeAllCallback, ParameterResolver, TestExecutionExceptionHandler {
    private static final System.Logger LOG = System.getLogger(RedisExtension.class.getName());
    private static final Namespace NAMESPACE = Namespace.create(RedisExtension.class);

    /** Emptying happens here, once for each class, so that a class may build up state from test to test. */
    @Override
    public void beforeAll(ExtensionContext context) {
        RedisTest wish = wish(context);
        if (!isIsolated(wish)) {
            sharedServer(context).flushAll();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RedisServer.class;
    }

    @Override
    public RedisServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (!(failure instanceof TestAbortedException)) {
            RedisServer server = server(context);
            if (server.isOwned()) {
                failure.addSuppressed(new ServerLog(server));
            }
        }
        throw failure;
    }

    /** The server for a test, a class or a constructor: that of the innermost annotation around it. */
    private static RedisServer server(ExtensionContext context) {
        ExtensionContext owner = annotated(context);
        RedisTest wish = wish(owner);
        if (!isIsolated(wish)) {
            return sharedServer(context);
        }
        // The store of the annotated class or method closes the server when that has ended. The key is not the same for
        // all of them, because a store looks into those around it too.
        return owner.getStore(NAMESPACE)
                .computeIfAbsent(
                        owner.getUniqueId(),
                        key -> orAbort(() -> RedisServers.start(options(wish))),
                        RedisServer.class);
    }

    private static RedisServer sharedServer(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        SharedServer.class, key -> new SharedServer(orAbort(RedisServers::shared)), SharedServer.class)
                .server();
    }

    private static ExtensionContext annotated(ExtensionContext context) {
        ExtensionContext candidate = context;
        while (own(candidate).isEmpty()) {
            candidate = candidate.getParent().orElseThrow();
        }
        return candidate;
    }

    private static RedisTest wish(ExtensionContext context) {
        return own(annotated(context)).orElseThrow();
    }

    private static Optional<RedisTest> own(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), RedisTest.class);
    }

    private static boolean isIsolated(RedisTest wish) {
        return wish.isolated()
                || wish.config().length > 0
                || wish.users().length > 0
                || !wish.password().isEmpty()
                || wish.resp2Only()
                || wish.appendOnly();
    }

    private static ServerOptions options(RedisTest wish) {
        ServerOptions.Builder builder = ServerOptions.builder().config(wish.config());
        for (String user : wish.users()) {
            builder.user(user);
        }
        if (!wish.password().isEmpty()) {
            builder.password(wish.password());
        }
        if (wish.resp2Only()) {
            builder.resp2Only();
        }
        if (wish.appendOnly()) {
            builder.appendOnly();
        }
        return builder.build();
    }

    private static RedisServer orAbort(Supplier<RedisServer> start) {
        try {
            return start.get();
        } catch (NoServerException e) {
            if (Boolean.getBoolean("carmine.it.required")) {
                throw e;
            }
            LOG.log(Level.WARNING, "SKIPPED: {0}", e.getMessage());
            throw new TestAbortedException(e.getMessage(), e);
        }
    }

    /** Closed with the root store, that is when all tests have run. */
    private record SharedServer(RedisServer server) implements AutoCloseable {
        @Override
        public void close() {
            if (server.isOwned()) {
                server.close();
            } else {
                server.flushAll();
            }
        }
    }

    /** Carries the end of a server's log into a test report. */
    private static final class ServerLog extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        ServerLog(RedisServer server) {
            super("last lines of the log of " + server + ":\n" + server.lastLogLines(), null, false, false);
        }
    }
}

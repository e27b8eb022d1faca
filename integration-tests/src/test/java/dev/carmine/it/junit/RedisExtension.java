package dev.carmine.it.junit;

import dev.carmine.it.server.NoServerException;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import java.io.Serial;
import java.lang.System.Logger.Level;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Looks for, starts, empties, hands out and closes the servers that {@link RedisTest} asks for. A class that leaves a
 * thread of Carmine behind fails, not one of those after it.
 */
final class RedisExtension
        implements ExecutionCondition,
                BeforeAllCallback,
                AfterAllCallback,
                ParameterResolver,
                TestExecutionExceptionHandler {
    private static final System.Logger LOG = System.getLogger(RedisExtension.class.getName());
    private static final Namespace NAMESPACE = Namespace.create(RedisExtension.class);
    private static final String REQUIRED = "carmine.it.required";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (ServerWish.of(context).isIsolated() && !RedisServers.canStart()) {
            return skip("needs a server of its own, but " + RedisServers.PROPERTY + " names a running one");
        }
        return enabledIf(RedisServers::require);
    }

    /** Without a server tests are skipped with a warning, or fail if one is required. */
    static ConditionEvaluationResult enabledIf(Runnable requirement) {
        try {
            requirement.run();
            return ConditionEvaluationResult.enabled("there is a server");
        } catch (NoServerException e) {
            if (Boolean.getBoolean(REQUIRED)) {
                throw e;
            }
            return skip(String.valueOf(e.getMessage()));
        }
    }

    private static ConditionEvaluationResult skip(String reason) {
        LOG.log(Level.WARNING, "SKIPPED: {0}", reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    /** Emptying happens here, once for each class, so that a class may build up state from test to test. */
    @Override
    public void beforeAll(ExtensionContext context) {
        ServerWish wish = ServerWish.of(context);
        if (!wish.isIsolated()) {
            server(wish).flushAll();
        }
    }

    /** A nested class shares what the class around it has opened. */
    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass().getEnclosingClass() == null) {
            ThreadLeaks.awaitNone();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RedisServer.class;
    }

    @Override
    public RedisServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(ServerWish.of(context));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        ServerWish wish = ServerWish.of(context);
        ServerResource resource = store(wish).get(key(wish), ServerResource.class);
        if (resource != null && resource.server().isOwned() && !(failure instanceof TestAbortedException)) {
            failure.addSuppressed(new ServerLog(resource.server()));
        }
        throw failure;
    }

    private static RedisServer server(ServerWish wish) {
        return store(wish)
                .computeIfAbsent(key(wish), key -> start(wish), ServerResource.class)
                .server();
    }

    private static ServerResource start(ServerWish wish) {
        return wish.isIsolated()
                ? new ServerResource(RedisServers.start(wish.options()), true)
                : new ServerResource(RedisServers.shared(), false);
    }

    /** A server is closed with the store it is in. */
    private static Store store(ServerWish wish) {
        return (wish.isIsolated() ? wish.owner() : wish.owner().getRoot()).getStore(NAMESPACE);
    }

    /** Stores look into those around them, so each owner has a key of its own. */
    private static Object key(ServerWish wish) {
        return wish.isIsolated() ? wish.owner().getUniqueId() : "shared";
    }

    /**
     * What the stores keep. The shared server lives as long as the JVM; one that was running before is left empty.
     *
     * @param isolated whether the server ends with the store
     */
    private record ServerResource(RedisServer server, boolean isolated) implements AutoCloseable {
        @Override
        public void close() {
            if (isolated) {
                server.close();
            } else if (!server.isOwned()) {
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

package dev.carmine.it.junit;

import dev.carmine.it.server.NoServerException;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import java.lang.System.Logger.Level;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Compares what {@link SinceRedis} asks for with the server that the tests run on. */
final class SinceRedisCondition implements ExecutionCondition {
    private static final System.Logger LOG = System.getLogger(SinceRedisCondition.class.getName());

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), SinceRedis.class)
                .map(since -> evaluate(since.value(), context.getDisplayName()))
                .orElse(ConditionEvaluationResult.enabled("any server will do"));
    }

    private static ConditionEvaluationResult evaluate(String since, String test) {
        RedisServer server;
        try {
            server = RedisServers.shared();
        } catch (NoServerException e) {
            // Not for this condition to judge: RedisExtension skips or fails the test.
            return ConditionEvaluationResult.enabled("there is no server");
        }
        if (server.redisLevel().isAtLeast(since)) {
            return ConditionEvaluationResult.enabled(server + " will do");
        }
        String reason = "needs Redis " + since + ", this is " + server;
        LOG.log(Level.WARNING, "SKIPPED {0}: {1}", test, reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}

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
                .map(since -> evaluate(since, context.getDisplayName()))
                .orElse(ConditionEvaluationResult.enabled("any server will do"));
    }

    private static ConditionEvaluationResult evaluate(SinceRedis since, String test) {
        RedisServer server;
        try {
            server = RedisServers.shared();
        } catch (NoServerException e) {
            // Not for this condition to judge: RedisExtension skips or fails the test.
            return ConditionEvaluationResult.enabled("there is no server");
        }
        if (isNewEnough(server, since)) {
            return ConditionEvaluationResult.enabled(server + " will do");
        }
        String reason = "needs " + describe(since) + ", this is " + server;
        LOG.log(Level.WARNING, "SKIPPED {0}: {1}", test, reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    private static boolean isNewEnough(RedisServer server, SinceRedis since) {
        return (!since.value().isEmpty() && server.redisLevel().isAtLeast(since.value()))
                || (!since.valkey().isEmpty() && server.isValkey(since.valkey()));
    }

    private static String describe(SinceRedis since) {
        if (since.value().isEmpty() && since.valkey().isEmpty()) {
            throw new IllegalArgumentException("@SinceRedis must name a version, of Redis or of Valkey");
        }
        String redis = since.value().isEmpty() ? "" : "Redis " + since.value();
        String valkey = since.valkey().isEmpty() ? "" : "Valkey " + since.valkey();
        return redis + (redis.isEmpty() || valkey.isEmpty() ? "" : " or ") + valkey;
    }
}

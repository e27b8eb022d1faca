package dev.carmine.it.junit;

import dev.carmine.it.server.RedisServers;
import java.lang.System.Logger.Level;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips the tests that are {@link NotInContainer} if that is where servers run. */
final class NotInContainerCondition implements ExecutionCondition {
    private static final System.Logger LOG = System.getLogger(NotInContainerCondition.class.getName());

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!RedisServers.inContainers()) {
            return ConditionEvaluationResult.enabled("servers are processes of this machine");
        }
        return AnnotationSupport.findAnnotation(context.getElement(), NotInContainer.class)
                .map(mark -> skip(mark.value(), context.getDisplayName()))
                .orElse(ConditionEvaluationResult.enabled("a container will do"));
    }

    private static ConditionEvaluationResult skip(String need, String test) {
        String reason = "the server runs in a container, but the test " + need;
        LOG.log(Level.WARNING, "SKIPPED {0}: {1}", test, reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}

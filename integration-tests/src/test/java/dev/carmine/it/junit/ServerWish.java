package dev.carmine.it.junit;

import dev.carmine.it.server.ServerOptions;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The {@link RedisTest} that holds for a test.
 *
 * @param owner the annotated class or method
 * @param test the annotation
 */
record ServerWish(ExtensionContext owner, RedisTest test) {

    /** The innermost annotation around a test, a class or a constructor. */
    static ServerWish of(ExtensionContext context) {
        Optional<RedisTest> test = AnnotationSupport.findAnnotation(context.getElement(), RedisTest.class);
        return test.map(found -> new ServerWish(context, found))
                .orElseGet(() -> of(context.getParent().orElseThrow()));
    }

    boolean isIsolated() {
        return owner.getElement().orElseThrow() instanceof Method
                || test.isolated()
                || test.config().length > 0
                || test.users().length > 0
                || !test.password().isEmpty()
                || test.resp2Only()
                || test.appendOnly()
                || test.tls();
    }

    ServerOptions options() {
        ServerOptions.Builder builder = ServerOptions.builder().config(test.config());
        for (String user : test.users()) {
            builder.user(user);
        }
        if (!test.password().isEmpty()) {
            builder.password(test.password());
        }
        if (test.resp2Only()) {
            builder.resp2Only();
        }
        if (test.appendOnly()) {
            builder.appendOnly();
        }
        if (test.tls()) {
            builder.tls();
        }
        return builder.build();
    }
}

package dev.carmine.it.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test for which the server must have the commands of a version of Redis, or of Valkey. On an older server it is
 * skipped with a warning. A Valkey counts as the Redis it says it is compatible with, too.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SinceRedisCondition.class)
public @interface SinceRedis {
    /**
     * The oldest version of Redis that will do.
     *
     * @return as in {@code 7.0}; empty if no Redis will
     */
    String value() default "";

    /**
     * The oldest version of Valkey that will do even if the Redis it is compatible with would not.
     *
     * @return as in {@code 8.1}; empty if only the version of Redis counts
     */
    String valkey() default "";
}

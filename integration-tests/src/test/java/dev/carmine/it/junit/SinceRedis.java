package dev.carmine.it.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test for which the server must have the commands of a version of Redis. On an older server it is skipped with a
 * warning. A Valkey counts as the Redis it says it is compatible with.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SinceRedisCondition.class)
public @interface SinceRedis {
    /**
     * The oldest version that will do.
     *
     * @return as in {@code 7.0}
     */
    String value();
}

package dev.carmine.it.junit;

import dev.carmine.it.server.RedisServer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the test class's constructor and methods parameters of type {@link RedisServer}.
 *
 * <p>As it stands, the server is the one all classes of this JVM share, emptied before the first test of the class;
 * such tests must not change its configuration. With {@link #isolated()}, or any attribute that a server has to be
 * started for, it is a server of the class's own, or of the method's own if the annotation is on a method.
 *
 * <p>When a test fails, the last lines of its server's log are added to the failure.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RedisExtension.class)
public @interface RedisTest {
    /**
     * Whether the tests need a server of their own, to stop it or to change its configuration.
     *
     * @return false for the shared one
     */
    boolean isolated() default false;

    /**
     * Lines for the configuration file; they imply {@link #isolated()}.
     *
     * @return as in {@code maxmemory 10mb}
     */
    String[] config() default {};

    /**
     * ACL users; they imply {@link #isolated()}.
     *
     * @return as in {@code bob on >secret ~* +@all}
     */
    String[] users() default {};

    /**
     * The password of the default user; it implies {@link #isolated()}.
     *
     * @return empty for none
     */
    String password() default "";

    /**
     * Whether the server should not know HELLO; implies {@link #isolated()}.
     *
     * @return true for a server that speaks only RESP2
     */
    boolean resp2Only() default false;

    /**
     * Whether the server should persist every change before it answers; implies {@link #isolated()}.
     *
     * @return true for a server that loses nothing when killed
     */
    boolean appendOnly() default false;

    /**
     * Whether the server should listen for TLS too; implies {@link #isolated()}.
     *
     * @return true for a server with a {@link RedisServer#tlsPort()}
     */
    boolean tls() default false;
}

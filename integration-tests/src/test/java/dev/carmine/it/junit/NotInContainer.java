package dev.carmine.it.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test whose server must be a process of this machine. Where servers are started in containers it is skipped with a
 * warning.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NotInContainerCondition.class)
public @interface NotInContainer {
    /**
     * What a container keeps from the test.
     *
     * @return the end of a sentence that begins with "the server runs in a container, but the test"
     */
    String value();
}

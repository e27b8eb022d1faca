package dev.carmine.it.junit;

import dev.carmine.client.Protocol;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A class all of whose tests run once on RESP2 and once on RESP3; the first parameter of its constructor is the
 * {@link Protocol}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = Protocol.class,
        names = {"RESP2", "RESP3"})
public @interface BothProtocols {}

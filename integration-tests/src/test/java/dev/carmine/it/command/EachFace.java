package dev.carmine.it.command;

import dev.carmine.it.junit.Resp;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** A class of tests that runs once for each {@link Face} and {@link Resp}, given to its constructor. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}, {1}")
@ArgumentsSource(EachFace.Combinations.class)
@interface EachFace {

    /** Every face on every protocol. */
    final class Combinations implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return Arrays.stream(Face.values())
                    .flatMap(face -> Arrays.stream(Resp.values()).map(resp -> Arguments.of(face, resp)));
        }
    }
}

package dev.carmine.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.internal.wire.Lead.Holder;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeadTest {
    @Test
    void belongsToTheLinksThreadFirst() {
        assertThat(new Lead().holder()).isEqualTo(Holder.WIRE);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void isGivenOnlyWhenNobodyHasIt(Attempt attempt, Holder holder) {
        Lead lead = heldBy(holder);

        assertThat(attempt.move.test(lead)).isEqualTo(holder == Holder.NONE);
        assertThat(lead.holder()).isEqualTo(holder == Holder.NONE ? attempt.to : holder);
    }

    static Stream<Arguments> attempts() {
        return withEachHolder(
                new Attempt("tryLeadAlone", Holder.CALLER, Lead::tryLeadAlone),
                new Attempt("tryGiveToWire", Holder.WIRE, Lead::tryGiveToWire));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void isGivenUpOnlyByItsHolder(Release release, Holder holder) {
        Lead lead = heldBy(holder);

        if (holder == release.from) {
            release.move.accept(lead);
            assertThat(lead.holder()).isEqualTo(release.to);
        } else {
            assertThatThrownBy(() -> release.move.accept(lead))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("lead: expected %s, found %s", release.from, holder);
            assertThat(lead.holder()).isEqualTo(holder);
        }
    }

    static Stream<Arguments> releases() {
        return withEachHolder(
                new Release("releaseAlone", Holder.CALLER, Holder.NONE, Lead::releaseAlone),
                new Release("handOver", Holder.CALLER, Holder.WIRE, Lead::handOver),
                new Release("releaseToCallers", Holder.WIRE, Holder.NONE, Lead::releaseToCallers),
                new Release("close", Holder.WIRE, Holder.CLOSED, Lead::close));
    }

    private static Stream<Arguments> withEachHolder(Record... moves) {
        return Arrays.stream(moves)
                .flatMap(move -> Arrays.stream(Holder.values()).map(holder -> Arguments.of(move, holder)));
    }

    private static Lead heldBy(Holder holder) {
        Lead lead = new Lead();
        switch (holder) {
            case WIRE -> {}
            case NONE -> lead.releaseToCallers();
            case CALLER -> {
                lead.releaseToCallers();
                assertThat(lead.tryLeadAlone()).isTrue();
            }
            case CLOSED -> lead.close();
        }
        assertThat(lead.holder()).isEqualTo(holder);
        return lead;
    }

    /** A move that several may try at a time, so that it succeeds or not. */
    private record Attempt(String name, Holder to, Predicate<Lead> move) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A move that the holder alone makes, so that it cannot fail. */
    private record Release(String name, Holder from, Holder to, Consumer<Lead> move) {
        @Override
        public String toString() {
            return name;
        }
    }
}

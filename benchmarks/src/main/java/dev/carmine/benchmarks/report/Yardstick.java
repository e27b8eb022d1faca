package dev.carmine.benchmarks.report;

import dev.carmine.benchmarks.client.Contender;
import java.util.Optional;

/** What the bound of a {@link Requirement} is a multiple of. */
enum Yardstick {
    /** The metric's own unit. */
    ONE("1") {
        @Override
        Optional<Double> in(Comparison comparison) {
            return Optional.of(1.0);
        }
    },
    /** The median of whichever other client does best in this metric. */
    BEST_PEER("best peer") {
        @Override
        Optional<Double> in(Comparison comparison) {
            return comparison.bestPeer();
        }
    },
    /** The median of Jedis. */
    JEDIS("Jedis") {
        @Override
        Optional<Double> in(Comparison comparison) {
            return comparison.median(Contender.JEDIS);
        }
    },
    /** The median of Lettuce. */
    LETTUCE("Lettuce") {
        @Override
        Optional<Double> in(Comparison comparison) {
            return comparison.median(Contender.LETTUCE);
        }
    };

    private final String title;

    Yardstick(String title) {
        this.title = title;
    }

    /** Its size in this comparison; empty if it was not measured. */
    abstract Optional<Double> in(Comparison comparison);

    /** How the tables call it. */
    String title() {
        return title;
    }
}

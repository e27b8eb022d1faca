package dev.carmine.protocol;

import java.util.Random;

/** The seed of random tests: a new one each time, printed, or the one of {@code -Dcarmine.seed=}. */
final class Seeds {

    private Seeds() {}

    static Random random(String test) {
        long seed = Long.getLong("carmine.seed", System.nanoTime());
        System.out.println(test + ": to run this again, use -Dcarmine.seed=" + seed);
        return new Random(seed);
    }
}

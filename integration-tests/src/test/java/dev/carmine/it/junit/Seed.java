package dev.carmine.it.junit;

import java.lang.System.Logger.Level;
import java.util.SplittableRandom;

/** Seeds of random tests: taken from {@code -Dcarmine.seed} to repeat a run, and always in the log. */
public final class Seed {
    private static final System.Logger LOG = System.getLogger(Seed.class.getName());
    private static final String PROPERTY = "carmine.seed";

    private Seed() {}

    /**
     * A generator for one test.
     *
     * @param test what the log calls it
     * @return a new generator
     */
    public static SplittableRandom random(String test) {
        String given = System.getProperty(PROPERTY, "");
        long seed = given.isEmpty() ? new SplittableRandom().nextLong() : Long.parseLong(given);
        LOG.log(Level.INFO, "{0} runs with -D" + PROPERTY + "={1}", test, Long.toString(seed));
        return new SplittableRandom(seed);
    }
}

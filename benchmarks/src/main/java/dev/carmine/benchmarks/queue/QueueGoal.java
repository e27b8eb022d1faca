package dev.carmine.benchmarks.queue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What Carmine's queue has set itself as a goal. The bound is a minimum where more is better, else a maximum.
 *
 * @param scenario where
 * @param figure in what
 * @param bound the bound, in units
 * @param unit what it is a multiple of
 */
record QueueGoal(QueueScenario scenario, Figure figure, double bound, Unit unit) {

    /** What a bound is a multiple of. */
    enum Unit {
        /** The figure's own unit. */
        ONE("") {
            @Override
            Optional<Double> in(QueueFigures figures, QueueScenario scenario, Figure figure) {
                return Optional.of(1.0);
            }
        },
        /** What BullMQ shows in the same. */
        BULLMQ(" × BullMQ") {
            @Override
            Optional<Double> in(QueueFigures figures, QueueScenario scenario, Figure figure) {
                return figures.median(scenario, QueueContender.BULLMQ, figure);
            }
        },
        /** The median round trip of Carmine's own {@code PING}. */
        PING(" × its PING") {
            @Override
            Optional<Double> in(QueueFigures figures, QueueScenario scenario, Figure figure) {
                return figures.median(scenario, QueueContender.CARMINE, Figure.PING_P50);
            }
        },
        /** What Carmine shows without delayed messages beside. */
        WITHOUT_DELAYED(" × without them") {
            @Override
            Optional<Double> in(QueueFigures figures, QueueScenario scenario, Figure figure) {
                return figures.median(QueueScenario.CONSUME_100, QueueContender.CARMINE, figure);
            }
        };

        private final String title;

        Unit(String title) {
            this.title = title;
        }

        /** Its size; empty if it was not measured. */
        abstract Optional<Double> in(QueueFigures figures, QueueScenario scenario, Figure figure);
    }

    /**
     * Every goal there is. An idle worker makes one exchange in four seconds at most, of which three can fall into ten
     * seconds. The two exchanges of the one that is woken lease the message and settle it.
     */
    static final List<QueueGoal> ALL = List.of(
            new QueueGoal(QueueScenario.ENQUEUE, Figure.RATE, 5, Unit.BULLMQ),
            new QueueGoal(QueueScenario.CONSUME_100, Figure.RATE, 5, Unit.BULLMQ),
            new QueueGoal(QueueScenario.CONSUME_100, Figure.SERVER_TIME, 15, Unit.ONE),
            new QueueGoal(QueueScenario.CONSUME_1, Figure.RATE, 1.5, Unit.BULLMQ),
            new QueueGoal(QueueScenario.CONSUME_100_DELAYED, Figure.RATE, 0.9, Unit.WITHOUT_DELAYED),
            new QueueGoal(QueueScenario.LATENCY, Figure.P50, 4, Unit.PING),
            new QueueGoal(QueueScenario.IDLE, Figure.SCRIPTS, 3, Unit.ONE),
            new QueueGoal(QueueScenario.WAKE_200, Figure.SCRIPTS, 2, Unit.ONE));

    /** The goal of a scenario in a figure, if there is one. */
    static Optional<QueueGoal> of(QueueScenario scenario, Figure figure) {
        return ALL.stream()
                .filter(goal -> goal.scenario == scenario && goal.figure == figure)
                .findFirst();
    }

    /** Whether Carmine's median keeps the bound; empty if that, or what it is compared with, was not measured. */
    Optional<Boolean> isMet(QueueFigures figures) {
        return figures.median(scenario, QueueContender.CARMINE, figure)
                .flatMap(carmine -> unit.in(figures, scenario, figure).map(size -> isKept(carmine, bound * size)));
    }

    private boolean isKept(double carmine, double limit) {
        return figure.isHigherBetter() ? carmine >= limit : carmine <= limit;
    }

    /** The bound in words, such as {@code ≥ 5.0 × BullMQ}. */
    String describe() {
        String relation = figure.isHigherBetter() ? "≥ " : "≤ ";
        return unit == Unit.ONE
                ? relation + figure.format(bound)
                : relation + String.format(Locale.ROOT, "%.1f", bound) + unit.title;
    }
}

package dev.carmine.mq;

import java.util.Objects;

/**
 * How a recurring message is enqueued. Immutable; made by {@link #builder()}.
 *
 * <pre>{@code
 * ScheduleOptions.builder().missed(MissedTicks.SKIP).overlap(Overlap.SKIP)
 *         .message(EnqueueOptions.builder().priority(3).build()).build()
 * }</pre>
 */
public final class ScheduleOptions {
    private static final ScheduleOptions DEFAULTS = builder().build();

    private final MissedTicks missed;
    private final Overlap overlap;
    private final EnqueueOptions message;

    private ScheduleOptions(Builder builder) {
        this.missed = builder.missed;
        this.overlap = builder.overlap;
        this.message = builder.message;
    }

    /**
     * The defaults: one message for all missed ticks, and messages may overlap.
     *
     * @return the options
     */
    public static ScheduleOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Begins with the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins with these options.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        return new Builder().missed(missed).overlap(overlap).message(message);
    }

    /**
     * See {@link Builder#missed}.
     *
     * @return the policy
     */
    public MissedTicks missed() {
        return missed;
    }

    /**
     * See {@link Builder#overlap}.
     *
     * @return the policy
     */
    public Overlap overlap() {
        return overlap;
    }

    /**
     * See {@link Builder#message}.
     *
     * @return the options of each message
     */
    public EnqueueOptions message() {
        return message;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private MissedTicks missed = MissedTicks.RUN_ONCE;
        private Overlap overlap = Overlap.ALLOW;
        private EnqueueOptions message = EnqueueOptions.defaults();

        private Builder() {}

        /**
         * What becomes of ticks that nobody has attended to in time; by default {@link MissedTicks#RUN_ONCE}.
         *
         * @param missed the policy
         * @return this
         */
        public Builder missed(MissedTicks missed) {
            this.missed = Objects.requireNonNull(missed, "missed");
            return this;
        }

        /**
         * What becomes of a tick while the message of the one before is not done; by default {@link Overlap#ALLOW}.
         *
         * @param overlap the policy
         * @return this
         */
        public Builder overlap(Overlap overlap) {
            this.overlap = Objects.requireNonNull(overlap, "overlap");
            return this;
        }

        /**
         * Priority, lease, headers and so on of each message; by default {@link EnqueueOptions#defaults}. Times in them
         * count from when the tick is attended to.
         *
         * @param message options without an id, for each tick has its own
         * @return this
         * @throws IllegalArgumentException if there is an id
         */
        public Builder message(EnqueueOptions message) {
            if (message.id() != null) {
                throw new IllegalArgumentException("the messages of a schedule cannot share the id " + message.id()
                        + ": leave it out, they are called by the schedule's name and their tick");
            }
            this.message = message;
            return this;
        }

        /**
         * The options.
         *
         * @return immutable options
         */
        public ScheduleOptions build() {
            return new ScheduleOptions(this);
        }
    }
}

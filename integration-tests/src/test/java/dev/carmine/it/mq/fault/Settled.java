package dev.carmine.it.mq.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a worker has said of a lease. */
final class Settled {
    private final String id;
    private final long fence;
    private final String kind;
    private final long millis;
    private final long begun;
    private final Set<String> exchanges = new HashSet<>();
    private final List<String> chained = new ArrayList<>();
    private char letter = '?';

    Settled(String id, long fence, String kind, long millis, long begun) {
        this.id = id;
        this.fence = fence;
        this.kind = kind;
        this.millis = millis;
        this.begun = begun;
    }

    void sent(String exchange) {
        exchanges.add(exchange);
    }

    void chains(String content) {
        if (!chained.contains(content)) {
            chained.add(content);
        }
    }

    /** A lost lease is no answer if the same was asked for under another number before: that may have been executed. */
    void answered(char answer) {
        if (answer != 'l' || exchanges.size() == 1) {
            letter = answer;
        }
    }

    /** What is deduced though no answer has come. */
    void mustHaveBeenDone() {
        letter = 'k';
    }

    String id() {
        return id;
    }

    long fence() {
        return fence;
    }

    long begun() {
        return begun;
    }

    /** For how long the message was put off, in ms. */
    long millis() {
        return millis;
    }

    List<String> chained() {
        return chained;
    }

    boolean isUnknown() {
        return letter == '?';
    }

    boolean isRefused() {
        return letter == 'l';
    }

    boolean isDone() {
        return !isUnknown() && !isRefused();
    }

    boolean isSuccess() {
        return kind.equals("s") || kind.equals("S");
    }

    boolean isRetry() {
        return kind.equals("r");
    }

    /** Whether the message has certainly come to its end by this. */
    boolean hasEnded() {
        return isDone() && (isSuccess() || kind.equals("x") || letter == 'x' || letter == 'c');
    }

    /** Whether the message has certainly died of this, and is kept. */
    boolean isDeath() {
        return hasEnded() && !isSuccess() && letter != 'c';
    }

    @Override
    public String toString() {
        return "settle " + kind + " of " + id + " under fence " + fence + ", answered " + letter;
    }
}

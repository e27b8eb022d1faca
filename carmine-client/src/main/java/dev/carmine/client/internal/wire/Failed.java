package dev.carmine.client.internal.wire;

import dev.carmine.client.Fate;
import dev.carmine.client.ServerVersion;

/** Stands where a command's value would stand. */
record Failed(Failure failure, Fate fate) {

    /** The same, with which server has answered, if it has refused the command. */
    Failed saidBy(ServerVersion server) {
        return failure instanceof Failure.Refused refused
                ? new Failed(new Failure.Refused(refused.error(), server), fate)
                : this;
    }
}

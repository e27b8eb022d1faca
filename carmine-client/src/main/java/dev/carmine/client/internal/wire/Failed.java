package dev.carmine.client.internal.wire;

import dev.carmine.client.Fate;

/** Stands where a command's value would stand. */
record Failed(Failure failure, Fate fate) {}

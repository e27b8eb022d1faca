package dev.carmine.client.internal.command;

public enum Blocking {
    NEVER,
    SECONDS_LAST
}

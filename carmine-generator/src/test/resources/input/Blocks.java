package dev.carmine.client.internal.command;

public @interface Blocks {
    Blocking value();
}

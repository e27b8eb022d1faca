package dev.carmine.client.internal.command;

public @interface Redis {
    String value();
}

package dev.carmine.client.internal.command;

public @interface ReadOnly {}

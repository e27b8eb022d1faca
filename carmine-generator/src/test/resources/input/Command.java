package dev.carmine.client;

import org.jspecify.annotations.Nullable;

public interface Command<T extends @Nullable Object> {}

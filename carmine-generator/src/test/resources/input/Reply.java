package dev.carmine.client;

import org.jspecify.annotations.Nullable;

public interface Reply<T extends @Nullable Object> {}

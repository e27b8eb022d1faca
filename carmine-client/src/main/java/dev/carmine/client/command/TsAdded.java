package dev.carmine.client.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a sample that {@code TS.MADD} was to add: a time, or an error.
 *
 * @param time the sample's time, or the latest time of the series if the sample was ignored; null if it was refused
 * @param error why it was refused, in the server's words; null if it was not
 */
public record TsAdded(@Nullable Instant time, @Nullable String error) {}

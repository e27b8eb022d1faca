package dev.carmine.client.command.search;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document that {@code FT.SEARCH} has found.
 *
 * @param key its key
 * @param score how well it fits, or null if the scores were not asked for
 * @param fields what it holds, as text: the fields of a hash, the whole of a JSON document under {@code $}, or what was
 *     asked for; empty if its content was not asked for, or it has expired meanwhile
 */
public record SearchDocument(String key, @Nullable Double score, Map<String, String> fields) {}

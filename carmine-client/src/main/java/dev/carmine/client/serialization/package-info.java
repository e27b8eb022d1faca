/**
 * Serializers: Smile and JSON by Jackson, and one that compresses what another has written.
 */
@NullMarked
package dev.carmine.client.serialization;

import org.jspecify.annotations.NullMarked;

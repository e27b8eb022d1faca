/** Stored values as objects of the user: what is plain, and what the client's serializer makes of the rest. */
@NullMarked
package dev.carmine.client.internal.value;

import org.jspecify.annotations.NullMarked;

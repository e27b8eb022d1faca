/** The client's public face. */
@NullMarked
package dev.carmine.client;

import org.jspecify.annotations.NullMarked;

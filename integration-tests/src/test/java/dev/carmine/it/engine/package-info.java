/**
 * The client against networks and servers that fail: each class is about one kind of fault, on RESP2 and RESP3. In all
 * of them every value carries its key ({@link dev.carmine.it.engine.Keyed}), so that a reply that reaches the wrong
 * caller is seen; every wait has a bound; and what the client says about the fate of a command is compared with what
 * the server has seen.
 */
@NullMarked
package dev.carmine.it.engine;

import org.jspecify.annotations.NullMarked;

/**
 * The annotation processor that derives the faces of the client from its command factories.
 * {@link dev.carmine.generator.CommandProcessor} finds the factories in the sources being compiled, a
 * {@link dev.carmine.generator.FactoryReader} checks them, and one class for each kind of generated file writes it. The
 * output depends on the factories alone: it is sorted and carries no dates.
 */
@NullMarked
package dev.carmine.generator;

import org.jspecify.annotations.NullMarked;

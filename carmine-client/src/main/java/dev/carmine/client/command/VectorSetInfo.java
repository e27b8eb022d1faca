package dev.carmine.client.command;

/**
 * What {@code VINFO} tells of a vector set.
 *
 * @param quantization in what the numbers are kept, as the server names it: {@code int8}, {@code f32} or {@code bin}
 * @param dimension how many numbers each vector has in the set
 * @param inputDimension how many numbers the vectors had before they were reduced; 0 if they are not
 * @param size how many elements there are
 * @param links how many links an element has to others at most on each layer ({@code M}); twice as many on the lowest
 * @param maxLevel the highest layer of the graph, from 0
 */
public record VectorSetInfo(
        String quantization, long dimension, long inputDimension, long size, long links, long maxLevel) {}

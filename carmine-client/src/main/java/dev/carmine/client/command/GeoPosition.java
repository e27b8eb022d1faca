package dev.carmine.client.command;

/**
 * A position on the earth. The server keeps it in 52 bits, so what is read may differ by less than a metre from what was
 * written.
 *
 * @param longitude degrees from -180 to 180, positive in the east
 * @param latitude degrees from -85.05112878 to 85.05112878, positive in the north; the server refuses what is nearer to
 *     the poles
 */
public record GeoPosition(double longitude, double latitude) {}

package dev.carmine.generator;

/**
 * What the table says about a command.
 *
 * @param flags what all of its factories agree on
 * @param since the earliest that one of them says
 */
record TableEntry(CommandFlags flags, Since since) {}

package dev.carmine.client.internal;

import dev.carmine.client.Command;
import dev.carmine.client.internal.command.EncodedCommand;

/** The frame of a transaction. */
final class Transactions {
    private static final EncodedCommand<?> MULTI = EncodedCommand.of(Command.of("MULTI"));
    private static final EncodedCommand<?> EXEC = EncodedCommand.of(Command.of("EXEC"));

    private Transactions() {}

    /** From {@code MULTI} to {@code EXEC}. */
    static EncodedCommand<?>[] framed(EncodedCommand<?>[] commands) {
        EncodedCommand<?>[] framed = new EncodedCommand<?>[commands.length + 2];
        framed[0] = MULTI;
        System.arraycopy(commands, 0, framed, 1, commands.length);
        framed[framed.length - 1] = EXEC;
        return framed;
    }
}

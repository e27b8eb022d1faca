package dev.carmine.client.internal.command;

import dev.carmine.client.GenericCommand;
import dev.carmine.client.internal.reply.Decoders;
import dev.carmine.protocol.CommandWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A command to which words can still be added: its last word and the command before that word, so that every step is a
 * value of its own and costs the same. It is put together when it is first used.
 */
public final class OpenCommand implements GenericCommand {
    private final @Nullable OpenCommand before;
    private final byte[] word;
    private final Kind kind;

    /** What the word will be when it has been serialized; null if the word is complete. */
    private final @Nullable Object object;

    private final int size;

    /** Made at first use. Racing threads make equal ones, and all fields of one are final. */
    private @Nullable EncodedCommand<@Nullable Object> encoded;

    private enum Kind {
        NAME,
        KEY,
        ARGUMENT
    }

    private OpenCommand(@Nullable OpenCommand before, byte[] word, Kind kind) {
        this(before, word, kind, null);
    }

    private OpenCommand(@Nullable OpenCommand before, byte[] word, Kind kind, @Nullable Object object) {
        this.before = before;
        this.word = word;
        this.kind = kind;
        this.object = object;
        this.size = before == null ? 1 : before.size + 1;
    }

    /**
     * Begins a command.
     *
     * @param name its words, separated by blanks
     * @return the command without arguments
     */
    public static OpenCommand named(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a command must not be blank");
        }
        String[] parts = name.strip().split("\\s+", -1);
        String tooLong = parts.length == 1 ? null : KnownCommands.nameBeforeArgument(parts[0], parts[1]);
        if (tooLong != null) {
            throw new IllegalArgumentException(tooLong + " has no subcommands: give arguments by arg(...) or key(...)");
        }
        OpenCommand command = null;
        for (String part : parts) {
            command = new OpenCommand(command, part.getBytes(StandardCharsets.UTF_8), Kind.NAME);
        }
        return Objects.requireNonNull(command, "split gives at least one word");
    }

    @Override
    public OpenCommand key(String key) {
        return new OpenCommand(this, required(key).getBytes(StandardCharsets.UTF_8), Kind.KEY);
    }

    @Override
    public OpenCommand key(byte[] key) {
        return new OpenCommand(this, required(key).clone(), Kind.KEY);
    }

    @Override
    public OpenCommand arg(Object arg) {
        CommandWriter writer = new CommandWriter();
        return ValueEncoder.write(writer, arg, this)
                ? new OpenCommand(this, EncodedWords.of(writer.toByteArray()).get(0), Kind.ARGUMENT)
                : new OpenCommand(this, PendingValues.PLACE, Kind.ARGUMENT, arg);
    }

    @Override
    public OpenCommand args(Object... args) {
        OpenCommand longer = this;
        for (Object arg : args) {
            longer = longer.arg(arg);
        }
        return longer;
    }

    private <K> K required(K key) {
        return Objects.requireNonNull(key, () -> this + ": a key must not be null");
    }

    /** The command in the form that is sent. */
    EncodedCommand<@Nullable Object> encoded() {
        EncodedCommand<@Nullable Object> result = encoded;
        if (result == null) {
            result = encode();
            encoded = result;
        }
        return result;
    }

    private EncodedCommand<@Nullable Object> encode() {
        List<OpenCommand> steps = steps();
        CommandWriter writer = new CommandWriter();
        List<String> name = new ArrayList<>();
        int[] keyPositions = new int[size];
        int keys = 0;
        PendingValues pending = new PendingValues();
        for (OpenCommand step : steps) {
            writer.arg(step.word);
            if (step.object != null) {
                pending.add(step.size - 1, step.object);
            }
            switch (step.kind) {
                case NAME -> name.add(step.text());
                case KEY -> keyPositions[keys++] = step.size - 1;
                case ARGUMENT -> {}
            }
        }
        // The words decide, not the name given: Command.of("CLIENT").arg("REPLY") is CLIENT REPLY all the same.
        CommandSpec known = KnownCommands.find(
                steps.get(0).text(), steps.size() > 1 ? steps.get(1).subcommand() : "");
        CommandSpec spec = known != null ? known : KnownCommands.unknown(String.join(" ", name));
        return new EncodedCommand<>(
                spec,
                writer.toByteArray(),
                Arrays.copyOf(keyPositions, keys),
                Decoders.ANYTHING,
                pending.isEmpty() ? null : pending);
    }

    private List<OpenCommand> steps() {
        List<OpenCommand> steps = new ArrayList<>(size);
        for (OpenCommand step = this; step != null; step = step.before) {
            steps.add(step);
        }
        Collections.reverse(steps);
        return steps;
    }

    /** The word as what may be a subcommand; no subcommand is longer, and a value may be very long. */
    private String subcommand() {
        return word.length > KnownCommands.LONGEST_SUBCOMMAND ? "" : text();
    }

    private String text() {
        return new String(word, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return encoded().toString();
    }
}

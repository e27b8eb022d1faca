package dev.carmine.client.internal.command;

import dev.carmine.client.internal.reply.ReplyDecoder;
import dev.carmine.protocol.CommandWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Puts a command together word by word. Lives within one call of a factory. */
public final class CommandBuilder {
    private static final int[] NO_KEYS = {};

    private final CommandWriter writer = new CommandWriter();

    private CommandSpec spec;
    private int[] keyPositions = NO_KEYS;
    private int keys;

    /** How many words have been written. */
    private int words;

    /** Made when the first object comes. */
    private @Nullable PendingValues pending;

    CommandBuilder(CommandSpec spec) {
        this.spec = spec;
        for (String word : spec.nameWords()) {
            arg(word);
        }
    }

    /**
     * Appends a key.
     *
     * @param key the key
     * @return this
     */
    public CommandBuilder key(String key) {
        if (keys == keyPositions.length) {
            keyPositions = Arrays.copyOf(keyPositions, Math.max(2, 2 * keys));
        }
        keyPositions[keys++] = words;
        return arg(spec.checkKey(key));
    }

    /**
     * Appends keys.
     *
     * @param several at least one key
     * @return this
     */
    public CommandBuilder keys(String... several) {
        requireSome(several.length, "key");
        for (String key : several) {
            key(key);
        }
        return this;
    }

    /**
     * Appends a word that is not a key: part of the command's own grammar, a field or other text.
     *
     * @param word the word
     * @return this
     */
    public CommandBuilder arg(String word) {
        if (word == null) {
            throw new NullPointerException(spec.name() + ": argument " + words + " must not be null");
        }
        writer.arg(word);
        words++;
        return this;
    }

    /**
     * Appends an integer.
     *
     * @param number the number
     * @return this
     */
    public CommandBuilder arg(long number) {
        writer.arg(number);
        words++;
        return this;
    }

    /**
     * Appends a floating-point number.
     *
     * @param number the number; may be infinite
     * @return this
     */
    public CommandBuilder arg(double number) {
        writer.arg(number);
        words++;
        return this;
    }

    /**
     * Appends a floating-point number that need not be one: time series take NaN.
     *
     * @param number the number, or NaN
     * @return this
     */
    public CommandBuilder numberOrNan(double number) {
        return Double.isNaN(number) ? arg("NaN") : arg(number);
    }

    /**
     * Appends the digest of a script, which the command runs then.
     *
     * @param script the script
     * @return this
     */
    public CommandBuilder script(ScriptText script) {
        spec = script.spec();
        return arg(script.digest());
    }

    /**
     * Appends words that are not keys.
     *
     * @param several at least one word
     * @return this
     */
    public CommandBuilder args(String... several) {
        requireSome(several.length, "argument");
        for (String word : several) {
            arg(word);
        }
        return this;
    }

    /**
     * Appends the words of an argument object, of which there may be none.
     *
     * @param several words, and values of the user
     * @return this
     */
    public CommandBuilder args(List<?> several) {
        several.forEach(this::value);
        return this;
    }

    /**
     * Appends a value of the user.
     *
     * @param value text, a number, bytes, or an object that the client's serializer can write
     * @return this
     */
    public CommandBuilder value(Object value) {
        if (!ValueEncoder.write(writer, value, spec)) {
            writer.arg(PendingValues.PLACE);
            if (pending == null) {
                pending = new PendingValues();
            }
            pending.add(words, value);
        }
        words++;
        return this;
    }

    /**
     * Appends values of the user.
     *
     * @param several at least one value
     * @return this
     */
    public CommandBuilder values(Object... several) {
        requireSome(several.length, "value");
        for (Object value : several) {
            value(value);
        }
        return this;
    }

    /**
     * Appends keys and values in turn.
     *
     * @param entries at least one entry
     * @return this
     */
    public CommandBuilder keysAndValues(Map<String, ?> entries) {
        requireSome(entries.size(), "key");
        entries.forEach((key, value) -> key(key).value(value));
        return this;
    }

    /**
     * Appends fields and values in turn.
     *
     * @param entries at least one entry
     * @return this
     */
    public CommandBuilder fieldsAndValues(Map<String, ?> entries) {
        requireSome(entries.size(), "field");
        entries.forEach((field, value) -> arg(field).value(value));
        return this;
    }

    /**
     * Appends scores and members in turn.
     *
     * @param scores at least one member with its score
     * @return this
     */
    public CommandBuilder scoresAndMembers(Map<?, ? extends Number> scores) {
        requireSome(scores.size(), "member");
        scores.forEach((member, score) -> arg(score.doubleValue()).value(member));
        return this;
    }

    /**
     * Appends how many keys there are, and the keys.
     *
     * @param several at least one key
     * @return this
     */
    public CommandBuilder numberedKeys(List<String> several) {
        requireSome(several.size(), "key");
        return arg(several.size()).anyKeys(several);
    }

    /**
     * Appends keys, of which there may be none.
     *
     * @param several any number of keys
     * @return this
     */
    public CommandBuilder anyKeys(List<String> several) {
        several.forEach(this::key);
        return this;
    }

    /**
     * Appends what stands for each element of a list.
     *
     * @param several at least one element
     * @param writing appends the words of one of them
     * @param <E> the kind of elements
     * @return this
     */
    public <E> CommandBuilder each(List<E> several, BiConsumer<CommandBuilder, E> writing) {
        requireSome(several.size(), "element");
        several.forEach(element -> writing.accept(this, element));
        return this;
    }

    /**
     * Makes the command.
     *
     * @param decoder how its reply is read
     * @param <T> what the reply becomes
     * @return the command
     */
    public <T extends @Nullable Object> EncodedCommand<T> command(ReplyDecoder<T> decoder) {
        return new EncodedCommand<>(spec, writer.toByteArray(), Arrays.copyOf(keyPositions, keys), decoder, pending);
    }

    private void requireSome(int count, String what) {
        if (count == 0) {
            throw new IllegalArgumentException(spec.name() + " needs at least one " + what);
        }
    }
}

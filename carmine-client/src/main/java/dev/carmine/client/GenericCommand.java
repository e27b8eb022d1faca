package dev.carmine.client;

import dev.carmine.client.internal.command.OpenCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command built word by word, for what has no typed factory: {@code Command.of("NEW.CMD").key("k").arg(1)}. Each
 * method returns a new command and leaves the old one as it was.
 *
 * <p>Unless one of the methods named {@code as…} says otherwise, its reply becomes {@code null}, {@link Long},
 * {@link Double}, {@link Boolean}, {@link java.math.BigInteger}, {@link String} for every kind of text,
 * {@link java.util.List}, {@link java.util.Set} or {@link java.util.Map}, nested as the server nested them. An error
 * inside such a collection is an element of type {@link CarmineServerException}; an error as the whole reply is thrown.
 */
public sealed interface GenericCommand extends Command<@Nullable Object> permits OpenCommand {

    /**
     * Appends a key, sent as UTF-8. Keys must be named as such, since they decide which node of a cluster is asked.
     *
     * @param key the key
     * @return the longer command
     */
    GenericCommand key(String key);

    /**
     * Appends a binary key.
     *
     * @param key the key; copied
     * @return the longer command
     */
    GenericCommand key(byte[] key);

    /**
     * Appends an argument that is not a key: text, a number, bytes, or an object that the client serializes when the
     * command is run.
     *
     * @param arg the argument; bytes are copied
     * @return the longer command
     * @throws CarmineSerializationException if it is of a kind that cannot be sent
     */
    GenericCommand arg(Object arg);

    /**
     * Appends several arguments that are not keys.
     *
     * @param args the arguments
     * @return the longer command
     * @throws CarmineSerializationException if one is of a kind that cannot be sent
     */
    GenericCommand args(Object... args);
}

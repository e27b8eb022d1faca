package dev.carmine.client.internal.command;

import dev.carmine.client.internal.reply.ReplyDecoder;
import dev.carmine.protocol.CommandWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all commands of one name: its flags, and the beginning of their encoding. The names that have a
 * factory are constants of the generated {@code CommandTable}.
 */
public final class CommandSpec {
    private static final int[] NO_KEYS = {};
    private static final int[] KEY_AFTER_ONE_WORD = {1};
    private static final int[] KEY_AFTER_TWO_WORDS = {2};

    private final String name;
    private final boolean readOnly;

    /** Whether the caller has marked it as safe to run twice. */
    private final boolean marked;

    private final Blocking blocking;
    private final @Nullable String refusal;
    private final List<String> words;

    /** The method that runs commands of this kind on behalf of its caller, who has not named them; null if none. */
    private final @Nullable String method;

    /** As the generated table has it; null if the command has no factory. */
    private final @Nullable String since;

    /** The script that commands of this kind run by its digest; null if they do not. */
    private final @Nullable ScriptText script;

    /** The words of the name as the whole command, which is one already if it has no arguments. */
    private final byte[] bare;

    /** The same, announcing one word more: all of a command with one key but that key. */
    private final byte[] untilOnlyKey;

    /** The same, announcing two words more. */
    private final byte[] untilFirstOfTwo;

    private final int[] onlyKeyPosition;

    CommandSpec(String name, boolean readOnly, Blocking blocking, @Nullable String since) {
        this(name, readOnly, false, blocking, since, null, null);
    }

    private CommandSpec(
            String name,
            boolean readOnly,
            boolean marked,
            Blocking blocking,
            @Nullable String since,
            @Nullable ScriptText script,
            @Nullable String method) {
        this.name = name;
        this.readOnly = readOnly;
        this.marked = marked;
        this.blocking = blocking;
        this.since = since;
        this.script = script;
        this.method = method;
        this.refusal = ConnectionState.adviceFor(name);
        this.words = List.of(name.split(" ", -1));
        CommandWriter writer = new CommandWriter();
        for (String word : words) {
            writer.arg(word);
        }
        this.bare = writer.toByteArray();
        this.untilOnlyKey = withWordsToCome(1);
        this.untilFirstOfTwo = withWordsToCome(2);
        this.onlyKeyPosition = words.size() == 1 ? KEY_AFTER_ONE_WORD : KEY_AFTER_TWO_WORDS;
    }

    /**
     * The name in capitals, with the subcommand if there is one: {@code "CONFIG GET"}.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Whether the server never changes data because of commands of this name.
     *
     * @return true if they only read
     */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Whether running a command of this name twice does no harm: it only reads, or the caller said so. */
    boolean isRepeatable(byte[] command) {
        return marked || (readOnly && !isAboutNow(command));
    }

    /** Whether it reads what comes from now on, so that what came before a second try would be missing. */
    private boolean isAboutNow(byte[] command) {
        return name.equals("XREAD") && EncodedWords.textsOf(command).contains("$");
    }

    /** The same for commands that the caller has marked as safe to run twice. */
    CommandSpec markedRepeatable() {
        return marked ? this : new CommandSpec(name, readOnly, true, blocking, since, script, method);
    }

    /** The same for commands that run one script, whose digest is their first argument. */
    CommandSpec running(ScriptText one) {
        return new CommandSpec(name, readOnly, marked, blocking, since, one, method);
    }

    /** The same for commands that a method runs which is not named like them. */
    CommandSpec onBehalfOf(String one) {
        return new CommandSpec(name, readOnly, marked, blocking, since, script, one);
    }

    /**
     * What messages call it: as its caller does.
     *
     * @return the name, or the method whose emulation this is
     */
    public String label() {
        return method == null ? name : method;
    }

    /**
     * Whether commands of this kind are how a method does its work for which not every server has a command.
     *
     * @return true if the caller has not named the command
     */
    public boolean isEmulation() {
        return method != null;
    }

    /**
     * The script that commands of this kind run by its digest.
     *
     * @return the script, or null if that is not known, or they run none
     */
    public @Nullable ScriptText script() {
        return script;
    }

    /**
     * Whether commands of this name block, and where their timeout stands.
     *
     * @return the kind of blocking
     */
    public Blocking blocking() {
        return blocking;
    }

    /**
     * Since when servers have commands of this name; one of their options may have come later.
     *
     * @return the first versions, or null if that is not known
     */
    public @Nullable Since since() {
        return since == null ? null : Since.parse(since);
    }

    /** Why a command of this name must not run on a connection that others use, or null if it is harmless. */
    @Nullable String refusalOf(byte[] command) {
        return isBare(command) && ConnectionState.isHarmlessAlone(name) ? null : refusal;
    }

    /** Whether there are no arguments; the digit after the asterisk tells, and that there is one digit. */
    private boolean isBare(byte[] command) {
        return command[1] == bare[1] && command[2] == bare[2];
    }

    /**
     * The command without arguments.
     *
     * @param decoder how the reply is read
     * @param <T> what the reply becomes
     * @return the command, which shares its bytes with all others like it
     */
    public <T extends @Nullable Object> EncodedCommand<T> command(ReplyDecoder<T> decoder) {
        return new EncodedCommand<>(this, bare, NO_KEYS, decoder);
    }

    /**
     * The command with one key and nothing else: the commonest shape, made without a builder.
     *
     * @param key the key
     * @param decoder how the reply is read
     * @param <T> what the reply becomes
     * @return the command
     */
    public <T extends @Nullable Object> EncodedCommand<T> command(String key, ReplyDecoder<T> decoder) {
        return new EncodedCommand<>(this, CommandWriter.encode(untilOnlyKey, checkKey(key)), onlyKeyPosition, decoder);
    }

    /**
     * The command with one key and one value: the next commonest shape, made without a builder if the value is a
     * {@link String}.
     *
     * @param key the key
     * @param value a value, or a field
     * @param decoder how the reply is read
     * @param <T> what the reply becomes
     * @return the command
     */
    public <T extends @Nullable Object> EncodedCommand<T> command(String key, Object value, ReplyDecoder<T> decoder) {
        if (value instanceof String text) {
            byte[] untilValue = CommandWriter.encode(untilFirstOfTwo, checkKey(key));
            return new EncodedCommand<>(this, CommandWriter.encode(untilValue, text), onlyKeyPosition, decoder);
        }
        return key(key).value(value).command(decoder);
    }

    /**
     * Begins a command of any other shape.
     *
     * @return a builder that has the name already
     */
    public CommandBuilder words() {
        return new CommandBuilder(this);
    }

    /**
     * Begins a command whose first argument is a key.
     *
     * @param key the key
     * @return a builder that has the name and the key already
     */
    public CommandBuilder key(String key) {
        return words().key(key);
    }

    /** {@link #bare} with a greater count. Names have one word or two, so the count is the digit after the asterisk. */
    private byte[] withWordsToCome(int more) {
        byte[] beginning = bare.clone();
        beginning[1] += (byte) more;
        return beginning;
    }

    /** The words of the name. */
    List<String> nameWords() {
        return words;
    }

    String checkKey(String key) {
        if (key == null) {
            throw new NullPointerException(name + ": a key must not be null");
        }
        return key;
    }

    @Override
    public String toString() {
        return name;
    }
}

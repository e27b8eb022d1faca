package dev.carmine.client;

import dev.carmine.client.internal.command.CommandBuilder;
import dev.carmine.client.internal.command.ScriptText;
import dev.carmine.client.internal.reply.Decoders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A Lua script, which the server runs as one command. Its keys and arguments can have names:
 *
 * <pre>{@code
 * static final Script TRANSFER = Script.of("""
 *         redis.call('DECRBY', _:from, _:amount)
 *         return redis.call('INCRBY', _:to, _:amount)""");
 *
 * long balance = redis.call(TRANSFER
 *         .with(Map.of("from", "account:a", "to", "account:b"), Map.of("amount", 5))
 *         .asLong());
 * }</pre>
 *
 * or numbers, as Redis has them: {@code KEYS[1]} and {@code ARGV[1]}, run by {@link #on}.
 *
 * <p>It is run by its digest ({@code EVALSHA}), and by its text ({@code EVAL}) if the server does not know that, which
 * is so after a restart or {@code SCRIPT FLUSH}. In a pipeline or transaction the first command of each script carries
 * the text, since nothing can be sent in between; one that finds the script forgotten all the same fails with
 * {@code NOSCRIPT}, and was not executed. Immutable and thread-safe; make one for each script, and keep it.
 *
 * @see <a href="https://redis.io/docs/latest/develop/programmability/eval-intro/">Scripting with Lua</a>
 */
public final class Script {
    /** So that names made of data, against all advice, cannot fill the memory. */
    private static final int MOST_NAMINGS = 64;

    private final String text;
    private final boolean readOnly;
    private final ScriptText numbered;

    /** By the names of keys and arguments: the script with numbers in their places. */
    private final Map<ScriptNames, ScriptText> named = new ConcurrentHashMap<>();

    private Script(String text, boolean readOnly) {
        this.text = text;
        this.readOnly = readOnly;
        this.numbered = new ScriptText(text, readOnly);
    }

    /**
     * A script from its text.
     *
     * @param text in Lua
     * @return the script
     * @throws IllegalArgumentException if the text is blank
     */
    public static Script of(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the text of a script must not be blank");
        }
        return new Script(text, false);
    }

    /**
     * A script from a resource.
     *
     * @param owner a class in the same module as the resource; if that module has a name, it must open the package to
     *     {@code dev.carmine.client}
     * @param name of the resource, relative to the package of that class, in UTF-8
     * @return the script
     * @throws IllegalArgumentException if there is no such resource, it cannot be read, or it is blank
     */
    public static Script ofResource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no resource " + name + " beside " + owner.getName()
                        + whyHidden(owner.getModule(), owner.getPackageName()));
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException("the resource " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String whyHidden(Module module, String packageName) {
        return !module.isNamed() || module.isOpen(packageName, Script.class.getModule())
                ? ""
                : ", or it is hidden: have module-info say 'opens " + packageName + " to "
                        + Script.class.getModule().getName() + "', or read it yourself, and use Script.of";
    }

    /**
     * The same script as one that only reads ({@code EVALSHA_RO}): the server refuses what writes in it, may run it on
     * replicas, and the client may send it again if its reply was lost. Needs Redis 7.0.
     *
     * @return the script
     */
    public Script readOnly() {
        return readOnly ? this : new Script(text, true);
    }

    /**
     * The command that runs the script with keys and arguments without names.
     *
     * @param keys every key that it touches, {@code KEYS[1]} first
     * @param args text, numbers, bytes or objects, {@code ARGV[1]} first
     * @return the command; what the script returns becomes what {@link GenericCommand} describes, and can be read
     *     otherwise by {@link Command#asLong} and others
     */
    public Command<@Nullable Object> on(List<String> keys, Object... args) {
        return command(numbered, keys, Arrays.asList(args));
    }

    /**
     * The command that runs the script with named keys and arguments. In the text a name follows {@code _:}, and consists
     * of letters, digits and underscores; it is replaced wherever it stands, in comments and strings too.
     *
     * @param keys every key that it touches, by their names
     * @param args text, numbers, bytes or objects, by their names
     * @return the command, as that of {@link #on}
     * @throws IllegalArgumentException if a name in the text has no value, a value has no such name in the text, or a
     *     name is both a key's and an argument's
     */
    public Command<@Nullable Object> with(Map<String, String> keys, Map<String, ?> args) {
        Map<String, String> sortedKeys = new TreeMap<>(keys);
        Map<String, Object> sortedArgs = new TreeMap<>(args);
        ScriptNames names = new ScriptNames(List.copyOf(sortedKeys.keySet()), List.copyOf(sortedArgs.keySet()));
        return command(
                numberedFor(names),
                new ArrayList<>(sortedKeys.values()),
                sortedArgs.values().stream().toList());
    }

    private ScriptText numberedFor(ScriptNames names) {
        ScriptText known = named.get(names);
        if (known == null) {
            known = new ScriptText(names.numberedIn(text), readOnly);
            if (named.size() < MOST_NAMINGS) {
                named.put(names, known);
            }
        }
        return known;
    }

    private static Command<@Nullable Object> command(ScriptText script, List<String> keys, List<?> args) {
        CommandBuilder builder = script.byDigest().arg(keys.size()).anyKeys(keys);
        return builder.args(args).command(Decoders.ANYTHING);
    }

    /**
     * The digest by which servers know the script if it is run by {@link #on}.
     *
     * @return the SHA-1 of the text in hexadecimal digits
     */
    public String sha1() {
        return numbered.digest();
    }

    /**
     * The text as it was given.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Script script && text.equals(script.text) && readOnly == script.readOnly;
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, readOnly);
    }

    /** The digest: the text may be long. */
    @Override
    public String toString() {
        return "Script[" + sha1() + (readOnly ? ", reads only]" : "]");
    }
}

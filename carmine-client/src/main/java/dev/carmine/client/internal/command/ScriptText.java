package dev.carmine.client.internal.command;

import static dev.carmine.client.internal.command.CommandTable.EVAL;
import static dev.carmine.client.internal.command.CommandTable.EVALSHA;
import static dev.carmine.client.internal.command.CommandTable.EVALSHA_RO;
import static dev.carmine.client.internal.command.CommandTable.EVAL_RO;

import dev.carmine.client.ServerVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a script, and the digest by which servers know it. Commands name it by the digest; where the server may
 * not have the script, or has said so, they are {@linkplain #withText made} to carry the text. Immutable.
 */
public sealed class ScriptText permits Emulation {
    private final byte[] text;
    private final String sha1;
    private final CommandSpec byDigest;
    private final CommandSpec byText;

    /**
     * Prepares a script.
     *
     * @param text in Lua
     * @param readOnly whether the server is to refuse what writes in it
     */
    public ScriptText(String text, boolean readOnly) {
        this(text, readOnly ? EVALSHA_RO : EVALSHA, readOnly ? EVAL_RO : EVAL);
    }

    /** Prepares a script that is run by these commands. */
    ScriptText(String text, CommandSpec byDigest, CommandSpec byText) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.sha1 = sha1(this.text);
        this.byDigest = byDigest.running(this);
        this.byText = byText;
    }

    /** In hexadecimal digits. */
    static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    /**
     * The digest.
     *
     * @return 40 hexadecimal digits in lower case
     */
    public String digest() {
        return sha1;
    }

    /**
     * Begins a command that runs the script by its digest.
     *
     * @return a builder that wants the number of keys next
     */
    public CommandBuilder byDigest() {
        return byDigest.words().arg(sha1);
    }

    /** What is known of commands that run the script by its digest. */
    CommandSpec spec() {
        return byDigest;
    }

    /** The same command with the text in the place of the digest. */
    <T extends @Nullable Object> EncodedCommand<T> withText(EncodedCommand<T> command) {
        byte[] name = byText.name().getBytes(StandardCharsets.US_ASCII);
        return command.said(byText, EncodedWords.replacedFirst(command.bytes(), name, text));
    }

    /** The same command in the best form for a server, which may be unknown. */
    <T extends @Nullable Object> EncodedCommand<T> suited(EncodedCommand<T> command, @Nullable ServerVersion server) {
        return command;
    }

    /**
     * Has the first command of each script carry its text, so that the server has the scripts of those after it: they
     * run in one go, where nothing can be sent again in between.
     *
     * @param commands replaced in place where need be
     */
    public static void sayFirstUses(EncodedCommand<?>[] commands) {
        Set<String> said = null;
        for (int i = 0; i < commands.length; i++) {
            ScriptText script = commands[i].spec().script();
            if (script != null) {
                said = said == null ? new HashSet<>() : said;
                if (said.add(script.sha1)) {
                    commands[i] = script.withText(commands[i]);
                }
            }
        }
    }
}

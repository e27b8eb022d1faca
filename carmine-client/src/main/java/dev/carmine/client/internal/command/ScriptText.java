package dev.carmine.client.internal.command;

import static dev.carmine.client.internal.command.CommandTable.EVAL;
import static dev.carmine.client.internal.command.CommandTable.EVALSHA;
import static dev.carmine.client.internal.command.CommandTable.EVALSHA_RO;
import static dev.carmine.client.internal.command.CommandTable.EVAL_RO;

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
public final class ScriptText {
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
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.sha1 = HexFormat.of().formatHex(sha1().digest(this.text));
        this.byDigest = (readOnly ? EVALSHA_RO : EVALSHA).running(this);
        this.byText = readOnly ? EVAL_RO : EVAL;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
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

    /** The same command with the text in the place of the digest. */
    <T extends @Nullable Object> EncodedCommand<T> withText(EncodedCommand<T> command) {
        CommandSpec spec = command.isRepeatable() ? byText.markedRepeatable() : byText;
        byte[] name = spec.name().getBytes(StandardCharsets.US_ASCII);
        return command.said(spec, EncodedWords.replacedFirst(command.bytes(), name, text));
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

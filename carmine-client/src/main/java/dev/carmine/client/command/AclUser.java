package dev.carmine.client.command;

import java.util.List;

/**
 * What a user of the server may do, in the rules of Redis 7.0, whatever the server: what older ones give is written in
 * them.
 *
 * @param flags such as {@code on}, {@code off} and {@code nopass}
 * @param passwords the SHA-256 of each password, in hexadecimal digits; {@link #toString} leaves them out
 * @param commands the rules about commands in their order, such as {@code -@all} and {@code +get}
 * @param keys the patterns of keys, such as {@code ~cache:*} and {@code %R~config:*}
 * @param channels the patterns of channels, such as {@code &news.*}
 * @param selectors the other sets of rules, one of which is enough to run a command; empty before Redis 7.0
 */
public record AclUser(
        List<String> flags,
        List<String> passwords,
        List<String> commands,
        List<String> keys,
        List<String> channels,
        List<Selector> selectors) {

    /**
     * A set of rules of its own.
     *
     * @param commands the rules about commands in their order
     * @param keys the patterns of keys
     * @param channels the patterns of channels
     */
    public record Selector(List<String> commands, List<String> keys, List<String> channels) {}

    /** Without the passwords. */
    @Override
    public String toString() {
        return "AclUser[flags=" + flags + ", passwords=" + passwords.size() + ", commands=" + commands + ", keys="
                + keys + ", channels=" + channels + ", selectors=" + selectors + "]";
    }
}

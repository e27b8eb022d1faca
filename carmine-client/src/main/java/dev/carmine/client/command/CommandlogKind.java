package dev.carmine.client.command;

/** Why Valkey keeps a command in its log. */
public enum CommandlogKind {
    /** It ran long, as in {@code SLOWLOG}. */
    SLOW("slow"),
    /** Its request was large. */
    LARGE_REQUEST("large-request"),
    /** Its reply was large. */
    LARGE_REPLY("large-reply");

    private final String word;

    CommandlogKind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}

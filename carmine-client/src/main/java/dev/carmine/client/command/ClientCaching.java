package dev.carmine.client.command;

/** Whether the server tracks the keys of the next command. The constants are the words of {@code CLIENT CACHING}. */
public enum ClientCaching {
    /** It does, where tracking was switched on with {@link ClientTrackingArgs#optIn()}. */
    YES,
    /** It does not, where tracking was switched on with {@link ClientTrackingArgs#optOut()}. */
    NO
}

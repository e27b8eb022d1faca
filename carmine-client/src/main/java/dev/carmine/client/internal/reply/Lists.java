package dev.carmine.client.internal.reply;

import dev.carmine.client.CarmineProtocolException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists within replies that were read as a tree. */
final class Lists {
    private Lists() {}

    /** What must be a list. */
    static List<?> list(@Nullable Object read) {
        if (read instanceof List<?> list) {
            return list;
        }
        throw new CarmineProtocolException("expected an array, but the reply has something else", -1, null);
    }

    /** What must be a list of so many. */
    static List<?> sized(@Nullable Object read, int size) {
        List<?> list = list(read);
        if (list.size() != size) {
            throw new CarmineProtocolException(
                    "expected an array of " + size + " but the reply has one of " + list.size(), -1, null);
        }
        return list;
    }
}

package dev.carmine.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carmine.client.Carmine;
import dev.carmine.it.fake.Answer;
import dev.carmine.it.wire.RespBytes;

/** Values that carry their key: a reply that reaches the wrong caller is then seen. */
final class Keyed {
    private Keyed() {}

    /** What a key holds. */
    static String valueOf(String key) {
        return "<" + key + ">";
    }

    /** The reply to a GET of the key. */
    static byte[] reply(String key) {
        return RespBytes.bulk(valueOf(key));
    }

    /** How a fake server answers GET. */
    static Answer get() {
        return Answer.computed(words -> reply(words.get(1)));
    }

    /** Gets a key and compares. */
    static void assertGets(Carmine redis, String key) {
        assertThat(redis.get(key)).isEqualTo(valueOf(key));
    }
}

package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.Frames;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HashFieldExpiryTest extends FactoryContract {
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final Instant AT = Instant.ofEpochSecond(9);

    HashFieldExpiryTest() {
        super(HashFieldExpiry.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(HashFieldExpiry.hexpire("k", TIME, "f", "g"), "HEXPIRE k 5 FIELDS 2 f g", "k"),
            row(HashFieldExpiry.hexpire("k", TIME, ExpireIf.LATER, "f"), "HEXPIRE k 5 GT FIELDS 1 f", "k"),
            row(HashFieldExpiry.hexpireat("k", AT, "f"), "HEXPIREAT k 9 FIELDS 1 f", "k"),
            row(HashFieldExpiry.hexpireat("k", AT, ExpireIf.NO_EXPIRY, "f"), "HEXPIREAT k 9 NX FIELDS 1 f", "k"),
            row(HashFieldExpiry.hexpiretime("k", "f"), "HEXPIRETIME k FIELDS 1 f", "k"),
            row(HashFieldExpiry.hgetdel("k", "f", "g"), "HGETDEL k FIELDS 2 f g", "k"),
            row(HashFieldExpiry.hgetex("k", GetexArgs.expireIn(TIME), "f"), "HGETEX k EX 5 FIELDS 1 f", "k"),
            row(HashFieldExpiry.hpersist("k", "f"), "HPERSIST k FIELDS 1 f", "k"),
            row(HashFieldExpiry.hpexpire("k", TIME, "f"), "HPEXPIRE k 5000 FIELDS 1 f", "k"),
            row(HashFieldExpiry.hpexpire("k", TIME, ExpireIf.EARLIER, "f"), "HPEXPIRE k 5000 LT FIELDS 1 f", "k"),
            row(HashFieldExpiry.hpexpireat("k", AT, "f"), "HPEXPIREAT k 9000 FIELDS 1 f", "k"),
            row(HashFieldExpiry.hpexpireat("k", AT, ExpireIf.HAS_EXPIRY, "f"), "HPEXPIREAT k 9000 XX FIELDS 1 f", "k"),
            row(HashFieldExpiry.hpexpiretime("k", "f"), "HPEXPIRETIME k FIELDS 1 f", "k"),
            row(HashFieldExpiry.hpttl("k", "f"), "HPTTL k FIELDS 1 f", "k"),
            row(HashFieldExpiry.hsetex("k", HsetexArgs.always(), TWO_VALUES), "HSETEX k FIELDS 2 k1 v1 k2 2", "k"),
            row(HashFieldExpiry.httl("k", "f", "g"), "HTTL k FIELDS 2 f g", "k"));
    }
    // spotless:on

    @Test
    void hsetexCombinesConditionAndTime() {
        assertThat(HsetexArgs.ifNoneExists().expireIn(TIME).words()).containsExactly("FNX", "EX", 5L);
        assertThat(HsetexArgs.ifAllExist().expireAt(AT).keepTtl().words()).containsExactly("FXX", "KEEPTTL");
        assertThatThrownBy(() -> HsetexArgs.always().expireIn(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void emptyListsOfFieldsAreRefused() {
        assertThatThrownBy(() -> HashFieldExpiry.httl("k")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HashFieldExpiry.hsetex("k", HsetexArgs.always(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codesBecomeWords() {
        assertThat(Frames.reply(HashFieldExpiry.hexpire("k", TIME, "f"), "*4|:-2|:0|:1|:2|"))
                .containsExactly(FieldExpiry.values());
        assertThat(Frames.reply(HashFieldExpiry.hpersist("k", "f"), "*3|:-2|:-1|:1|"))
                .containsExactly(FieldPersist.values());
        assertThatThrownBy(() -> Frames.reply(HashFieldExpiry.hpersist("k", "f"), "*1|:7|"))
                .isInstanceOf(CarmineProtocolException.class)
                .hasMessage("the reply has an unknown code for a field: 7");
    }
}

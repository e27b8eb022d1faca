package dev.carmine.client.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineProtocolException;
import dev.carmine.client.Frames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the frames, {@code |} stands for CRLF. */
class FieldsTest {
    private static final String RESP2 =
            "*12|$4|name|$1|n|$5|count|:7|$4|rate|$3|1.5|$2|on|$3|yes|$4|list|*2|$1|a|$1|b|$5|below|*2|$1|x|$1|3|";
    private static final String RESP3 =
            "%6|$4|name|$1|n|$5|count|:7|$4|rate|,1.5|$2|on|#t|$4|list|~2|$1|a|$1|b|$5|below|%1|$1|x|:3|";

    @ParameterizedTest
    @ValueSource(strings = {RESP2, RESP3})
    void areTheSameOnBothProtocols(String frame) {
        Fields fields = Fields.read(Frames.frame(frame));
        assertThat(fields.all().keySet()).containsExactly("name", "count", "rate", "on", "list", "below");
        assertThat(fields.text("name")).isEqualTo("n");
        assertThat(fields.integer("count")).isEqualTo(7);
        assertThat(fields.number("rate")).isEqualTo(1.5);
        assertThat(fields.flag("on")).isTrue();
        assertThat(fields.texts("list")).containsExactly("a", "b");
        assertThat(fields.fields("below").integer("x")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|$3|nil|$-1|", "%1|$3|nil|_|"})
    void mayBeMissingOrNilOnlyIfTheyAreOptional(String frame) {
        Fields fields = Fields.read(Frames.frame(frame));
        for (String name : new String[] {"nil", "missing"}) {
            assertThat(fields.has(name)).isFalse();
            assertThat(fields.optionalText(name)).isNull();
            assertThat(fields.optionalInteger(name)).isNull();
            assertThat(fields.integerOr(name, 5)).isEqualTo(5);
            assertThat(fields.optionalNumber(name)).isNull();
            assertThat(fields.optionalFields(name)).isNull();
            assertThat(fields.texts(name)).isEmpty();
            assertThatThrownBy(() -> fields.text(name))
                    .isInstanceOf(CarmineProtocolException.class)
                    .hasMessageContaining("no value of the name " + name);
            assertThatThrownBy(() -> fields.integer(name)).isInstanceOf(CarmineProtocolException.class);
            assertThatThrownBy(() -> fields.flag(name)).isInstanceOf(CarmineProtocolException.class);
            assertThatThrownBy(() -> fields.fields(name)).isInstanceOf(CarmineProtocolException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*1|$1|a|", ":7|", "$6|secret|", "_|"})
    void areRefusedWhereThereAreNoPairsWithoutSayingWhatThereIs(String frame) {
        assertThatThrownBy(() -> Fields.read(Frames.frame(frame)))
                .isInstanceOf(CarmineProtocolException.class)
                .hasMessageContaining("expected names with their values")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%1|$1|v|$6|secret|"})
    void ofAnotherKindAreRefusedWithoutSayingWhatTheyAre(String frame) {
        Fields fields = Fields.read(Frames.frame(frame));
        assertThatThrownBy(() -> fields.integer("v")).hasMessageNotContaining("secret");
        assertThatThrownBy(() -> fields.number("v")).hasMessageNotContaining("secret");
        assertThatThrownBy(() -> fields.flag("v")).hasMessageNotContaining("secret");
        assertThatThrownBy(() -> fields.texts("v")).hasMessageNotContaining("secret");
    }
}

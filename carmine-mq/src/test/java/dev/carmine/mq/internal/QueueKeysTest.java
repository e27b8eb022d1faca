package dev.carmine.mq.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueKeysTest {
    @Test
    void theNameDecidesTheSlot() {
        QueueKeys keys = new QueueKeys("emails", null);

        assertThat(keys.part("b")).isEqualTo("cmq:{emails}:b");
        assertThat(keys.tag()).isEqualTo("emails");
        assertThat(keys.registered()).isEqualTo("emails");
    }

    @Test
    void queuesCanShareASlot() {
        QueueKeys keys = new QueueKeys("emails", "shop");

        assertThat(keys.part("b")).isEqualTo("cmq:{shop}:emails:b");
        assertThat(keys.tag()).isEqualTo("shop");
        assertThat(keys.registered()).isEqualTo("shop\0emails");
    }

    @Test
    void scriptsGetAllKeysInTheirFixedOrder() {
        List<String> all = new QueueKeys("q", null).all();

        assertThat(all).hasSize(24).doesNotHaveDuplicates();
        assertThat(all.get(0)).isEqualTo("cmq:{q}:b");
        assertThat(all.get(20)).as("where tests set the clock").isEqualTo("cmq:{q}:c");
        assertThat(all.get(23)).isEqualTo("cmq:{q}:rt");
    }

    @Test
    void furtherKeysComeAfterAllOthers() {
        QueueKeys keys = new QueueKeys("q", null);

        assertThat(keys.allAnd(List.of("cmq:{q}:w:me")))
                .hasSize(25)
                .startsWith("cmq:{q}:b")
                .endsWith("cmq:{q}:w:me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "a}b", "line\nbreak", "zero\0"})
    void namesThatWouldMoveKeysAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueueKeys(name, null))
                .withMessageContaining("the name of a queue");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueueKeys("q", name))
                .withMessageContaining("slot");
    }

    @Test
    void namesAreBounded() {
        assertThat(new QueueKeys("n".repeat(200), null).queue()).hasSize(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueueKeys("n".repeat(201), null))
                .withMessage("the name of a queue must have 1 to 200 characters, but has 201");
    }
}

package dev.carmine.client.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KnownCommandsTest {

    /** One that is added to the table, and is not allowed for, shows here. */
    @Test
    void oneCommandAloneIsKnownWithSubcommandsAndWithout() throws IllegalAccessException {
        Set<String> both = new TreeSet<>();
        for (Field field : CommandTable.class.getFields()) {
            if (field.getType() == CommandSpec.class) {
                String name = ((CommandSpec) Objects.requireNonNull(field.get(null))).name();
                int blank = name.indexOf(' ');
                if (blank > 0 && CommandTable.find(name.substring(0, blank)) != null) {
                    both.add(name.substring(0, blank));
                }
            }
        }
        assertThat(both).containsExactly("COMMAND");
        assertThat(KnownCommands.nameBeforeArgument("command", "newly")).isNull();
    }
}

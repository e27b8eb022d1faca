package dev.carmine.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntrospectionTest extends FactoryContract {
    IntrospectionTest() {
        super(Introspection.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Introspection.command(), "COMMAND"),
            row(Introspection.commandCount(), "COMMAND COUNT"),
            row(Introspection.commandDocs(), "COMMAND DOCS"),
            row(Introspection.commandDocs("get", "config|get"), "COMMAND DOCS get config|get"),
            row(Introspection.commandGetkeys("MSET", "k", "v"), "COMMAND GETKEYS MSET k v"),
            row(Introspection.commandGetkeysandflags("GET", "k"), "COMMAND GETKEYSANDFLAGS GET k"),
            row(Introspection.commandInfo("get", "config|get"), "COMMAND INFO get config|get"),
            row(Introspection.commandList(), "COMMAND LIST"),
            row(Introspection.commandList(CommandFilter.module("m")), "COMMAND LIST FILTERBY MODULE m"));
    }
    // spotless:on

    @Test
    void filtersNameTheirKind() {
        assertThat(CommandFilter.aclCategory("read").words()).isEqualTo(List.of("FILTERBY", "ACLCAT", "read"));
        assertThat(CommandFilter.pattern("x*").words()).isEqualTo(List.of("FILTERBY", "PATTERN", "x*"));
    }
}

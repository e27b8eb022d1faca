package dev.carmine.client.command;

import java.util.stream.Stream;

class ModulesTest extends FactoryContract {
    ModulesTest() {
        super(Modules.class);
    }

    // spotless:off
    @Override
    protected Stream<Row> rows() {
        return Stream.of(
            row(Modules.moduleList(), "MODULE LIST"),
            row(Modules.moduleLoad("p"), "MODULE LOAD p"),
            row(Modules.moduleLoad("p", "a1", "a2"), "MODULE LOAD p a1 a2"),
            row(Modules.moduleLoadex("p", ModuleLoadexArgs.none().args("a").config("m.n", "v")), "MODULE LOADEX p CONFIG m.n v ARGS a"),
            row(Modules.moduleUnload("m"), "MODULE UNLOAD m"));
    }
    // spotless:on
}

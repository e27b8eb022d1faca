package dev.carmine.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.client.CarmineServerException;
import dev.carmine.client.command.ModuleLoadexArgs;
import dev.carmine.client.command.SyncModules;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.junit.Resp;
import dev.carmine.it.junit.SinceRedis;
import dev.carmine.it.server.RedisServer;
import org.junit.jupiter.api.Test;

/** There is no module to load, so that loading is shown by how it fails. */
@EachFace
@RedisTest(isolated = true)
class ModuleCommandsIT extends CommandContract {
    ModuleCommandsIT(Face face, Resp resp, RedisServer server) {
        super(SyncModules.class, face, resp, server);
    }

    @Test
    void modulesAreListed() {
        assertThat(redis.moduleList())
                .allSatisfy(module -> assertThat(module.name()).isNotEmpty());
    }

    @Test
    void whatIsNoModuleIsNeitherLoadedNorUnloaded() {
        assertThatThrownBy(() -> redis.moduleLoad("/none.so")).isInstanceOf(CarmineServerException.class);
        assertThatThrownBy(() -> redis.moduleLoad("/none.so", "arg")).isInstanceOf(CarmineServerException.class);
        assertThatThrownBy(() -> redis.moduleUnload("none")).isInstanceOf(CarmineServerException.class);
    }

    @Test
    @SinceRedis("7.0")
    void whatIsNoModuleIsNotLoadedWithSettingsEither() {
        assertThatThrownBy(() ->
                        redis.moduleLoadex("/none.so", ModuleLoadexArgs.none().config("none.a", "1")))
                .isInstanceOf(CarmineServerException.class);
    }
}

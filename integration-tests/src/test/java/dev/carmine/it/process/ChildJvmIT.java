package dev.carmine.it.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carmine.it.junit.NotInContainer;
import dev.carmine.it.junit.RedisTest;
import dev.carmine.it.server.RedisServer;
import dev.carmine.it.server.RedisServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ChildJvmIT {

    @Test
    void reportsOutputAndExitCode() {
        try (ChildJvm child = ChildJvm.start(Greeter.class, "world", "3")) {
            assertThat(child.awaitLine("Hello")).isEqualTo("Hello world");
            assertThat(child.awaitExit(Duration.ofSeconds(30))).isEqualTo(3);
            assertThatThrownBy(() -> child.awaitLine("Goodbye"))
                    .hasMessageContaining("before it ended")
                    .hasMessageContaining("Hello world");
        }
    }

    @Test
    @RedisTest(isolated = true)
    @NotInContainer("looks for its process")
    void serversAndFilesOfAKilledJvmAreCleanedUp() {
        try (ChildJvm child = ChildJvm.start(ServerHolder.class)) {
            String[] facts = child.awaitLine("server ").split(" ", -1);
            ProcessHandle server = ProcessHandle.of(Long.parseLong(facts[1])).orElseThrow();
            Path workFolder = Path.of(facts[2]);
            assertThat(workFolder).isDirectory();
            child.suspend();
            assertThat(child.isAlive()).isTrue();
            child.resume();
            child.kill();
            Awaitility.await("the end of the server").until(() -> !server.isAlive());
            Awaitility.await("deletion of the folder").until(() -> Files.notExists(workFolder));
        }
    }

    static final class Greeter {
        private Greeter() {}

        public static void main(String[] arguments) {
            System.out.println("Hello " + arguments[0]);
            System.exit(Integer.parseInt(arguments[1]));
        }
    }

    static final class ServerHolder {
        private ServerHolder() {}

        public static void main(String[] arguments) {
            RedisServer server = RedisServers.start();
            System.out.println("server " + server.info("server").get("process_id") + " "
                    + server.folder().getParent());
            while (true) {
                LockSupport.park();
            }
        }
    }
}

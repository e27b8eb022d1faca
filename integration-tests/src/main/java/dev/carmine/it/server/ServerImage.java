package dev.carmine.it.server;

import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/**
 * A container image with a server.
 *
 * @param name its name, as Docker knows it
 * @param program what the image runs by itself: a server's program, perhaps with arguments
 * @param version what the program says about itself
 */
record ServerImage(String name, List<String> program, Version version) implements ServerProgram {

    /**
     * Looks at an image, and pulls it if this machine does not have it yet.
     *
     * @param name the image's name
     * @return the image
     * @throws IllegalStateException if no Docker engine answers, or the image cannot be had
     */
    static ServerImage find(String name) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(RedisServers.PROPERTY + " names the image " + name
                    + ", but no Docker engine answers; does one run, and may this user talk to it?");
        }
        List<String> program = program(name);
        return new ServerImage(name, program, version(name, program));
    }

    @Override
    public String description() {
        return "container: " + name;
    }

    @Override
    public ServerProcess start(ServerOptions options) {
        return new ContainerProcess(this, options);
    }

    /** The command that starts the image's server with an argument, such as a configuration file. */
    String[] command(String argument) {
        return command(program, argument);
    }

    private static List<String> program(String name) {
        String[] program = DockerClientFactory.instance()
                .client()
                .inspectImageCmd(pull(name))
                .exec()
                .getConfig()
                .getCmd();
        if (program == null) {
            throw new IllegalArgumentException("the image " + name + " does not say which program it runs");
        }
        return List.of(program);
    }

    private static String pull(String name) {
        try {
            return new RemoteDockerImage(DockerImageName.parse(name)).get();
        } catch (RuntimeException e) {
            throw new IllegalStateException("cannot get the image " + name, e);
        }
    }

    private static Version version(String name, List<String> program) {
        try (GenericContainer<?> container = new GenericContainer<>(name)) {
            container
                    .withCommand(command(program, "--version"))
                    .withStartupCheckStrategy(new OneShotStartupCheckStrategy())
                    .start();
            return Version.ofProgram(String.join(" ", program), container.getLogs());
        }
    }

    private static String[] command(List<String> program, String argument) {
        return Stream.concat(program.stream(), Stream.of(argument)).toArray(String[]::new);
    }
}

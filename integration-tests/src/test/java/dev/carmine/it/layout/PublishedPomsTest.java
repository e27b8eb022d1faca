package dev.carmine.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * The poms that users of a published artifact get. The build derives them from the hand-written ones, so these tests
 * need the modules to be built: {@code mvn verify -pl integration-tests -am}.
 */
class PublishedPomsTest {
    private static final String DEPENDENCIES = "/project/dependencies/dependency";

    @ParameterizedTest
    @MethodSource("publishedModules")
    void standsAlone(String module) {
        assertThat(Pom.published(module).elements("/project/*"))
                .extracting(Element::getTagName)
                .containsOnly(
                        "modelVersion",
                        "groupId",
                        "artifactId",
                        "version",
                        "name",
                        "description",
                        "licenses",
                        "dependencies");
    }

    @ParameterizedTest
    @MethodSource("publishedModules")
    void hasTheCoordinatesOfItsModule(String module) {
        Pom pom = Pom.published(module);
        assertThat(pom.text("/project/groupId")).isEqualTo("dev.carmine");
        assertThat(pom.text("/project/artifactId")).isEqualTo(module);
        assertThat(pom.text("/project/version")).isEqualTo(Pom.of(module).text("/project/version"));
    }

    @ParameterizedTest
    @MethodSource("publishedModules")
    void namesOnlyLibrariesThatUsersNeed(String module) {
        assertThat(Pom.published(module).dependencies(DEPENDENCIES))
                .isNotEmpty()
                .allMatch(
                        dependency -> dependency.matches("[\\w.-]+:[\\w.-]+:\\d[\\w.-]*:compile"),
                        "has a version, is compile scope")
                .noneMatch(dependency -> dependency.contains("carmine-generator"))
                .anyMatch(dependency -> dependency.startsWith("org.jspecify:jspecify:"));
    }

    static List<String> publishedModules() {
        return SourceTree.publishedModules();
    }
}

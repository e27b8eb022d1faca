package dev.carmine.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each artifact has a version of its own; {@code versions.properties}, the poms, the BOM and the change log agree. */
class VersionsTest {
    private static final String BOM = "carmine-bom";

    @Test
    void theListNamesEveryPublishedArtifactAndNothingElse() {
        List<String> published = new ArrayList<>(SourceTree.publishedModules());
        published.add(BOM);
        assertThat(versions().keySet()).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void eachPomHasTheVersionOfTheList() {
        assertThat(versions()).isNotEmpty().allSatisfy((artifact, version) -> {
            assertThat(Pom.of(artifact).text("/project/artifactId")).isEqualTo(artifact);
            assertThat(Pom.of(artifact).text("/project/version")).as(artifact).isEqualTo(version);
        });
    }

    @Test
    void theBomListsEachArtifactOnceAndNothingElse() {
        Map<String, String> artifacts = versions();
        artifacts.remove(BOM);
        assertThat(Pom.of(BOM).dependencies("/project/dependencyManagement/dependencies/dependency"))
                .containsExactlyInAnyOrderElementsOf(artifacts.entrySet().stream()
                        .map(entry -> "dev.carmine:" + entry.getKey() + ":" + entry.getValue() + ":")
                        .toList());
    }

    @Test
    void theBomStandsAlone() {
        Pom bom = Pom.of(BOM);
        assertThat(bom.elements("/project/parent")).isEmpty();
        assertThat(bom.elements("/project/dependencies")).isEmpty();
        assertThat(bom.elements("/project/build")).isEmpty();
    }

    @Test
    void theParentImportsTheBomOfTheList() {
        assertThat(Pom.of("").dependencies("/project/dependencyManagement/dependencies/dependency"))
                .contains("dev.carmine:carmine-bom:" + versions().get(BOM) + ":import");
    }

    @Test
    void siblingsAreReferredToWithoutVersion() {
        for (String module : SourceTree.modules()) {
            assertThat(Pom.of(module).dependencies("/project/dependencies/dependency"))
                    .as("dependencies of %s", module)
                    .filteredOn(dependency -> versions().keySet().stream()
                            .anyMatch(artifact -> dependency.startsWith("dev.carmine:" + artifact + ":")))
                    .allMatch(dependency -> dependency.split(":", -1)[2].isEmpty());
        }
    }

    @Test
    void theChangeLogHasASectionForEachVersion() {
        String changeLog = SourceTree.read(Path.of("CHANGELOG.md"));
        assertThat(versions())
                .allSatisfy((artifact, version) -> assertThat(changeLog.lines())
                        .as("CHANGELOG.md")
                        .anyMatch(line -> line.startsWith("### " + artifact + " " + version)));
    }

    private static Map<String, String> versions() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(SourceTree.read(Path.of("versions.properties"))));
        } catch (IOException e) {
            throw new AssertionError("a string has no I/O errors", e);
        }
        Map<String, String> versions = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> versions.put(name, properties.getProperty(name)));
        return versions;
    }
}

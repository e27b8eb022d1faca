package dev.carmine.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the module descriptors of the published jars let others see. */
class ModuleExportsTest {
    private static final Set<String> MODULES =
            Set.of("dev.carmine.protocol", "dev.carmine.client", "dev.carmine.mq", "dev.carmine.locks");

    @Test
    void everyPublishedModuleIsChecked() throws IOException {
        assertThat(descriptors()).extracting(ModuleDescriptor::name).containsExactlyInAnyOrderElementsOf(MODULES);
        assertThat(SourceTree.publishedModules()).hasSameSizeAs(MODULES);
    }

    @Test
    void internalPackagesAreExportedToSiblingsAtMost() throws IOException {
        for (ModuleDescriptor module : descriptors()) {
            assertThat(module.exports())
                    .as("exports of %s", module.name())
                    .filteredOn(exported -> isInternal(exported.source()))
                    .allSatisfy(exported -> assertThat(exported.targets())
                            .as("who sees %s", exported.source())
                            .isNotEmpty()
                            .isSubsetOf(MODULES));
            assertThat(module.opens())
                    .as("packages %s opens to reflection", module.name())
                    .isEmpty();
        }
    }

    @Test
    void whatIsNotInternalIsExportedToAll() throws IOException {
        for (ModuleDescriptor module : descriptors()) {
            Set<String> exported = module.exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
            assertThat(packagesWithTypes(module))
                    .as(
                            "packages of %s that hold types; a package for the module alone belongs below internal",
                            module.name())
                    .filteredOn(packageName -> !isInternal(packageName))
                    .isSubsetOf(exported);
        }
    }

    private static boolean isInternal(String packageName) {
        return (packageName + ".").contains(".internal.");
    }

    /** The packages of a module that hold more than their own description. */
    private static Set<String> packagesWithTypes(ModuleDescriptor module) {
        String folder = "carmine-" + module.name().substring("dev.carmine.".length());
        return SourceTree.javaSources(List.of(folder)).stream()
                .filter(JavaSource::isMain)
                .filter(JavaSource::declaresTypes)
                .map(JavaSource::packageName)
                .collect(Collectors.toSet());
    }

    private static List<ModuleDescriptor> descriptors() throws IOException {
        List<ModuleDescriptor> descriptors = new ArrayList<>();
        ClassLoader loader = ModuleExportsTest.class.getClassLoader();
        for (URL url : Collections.list(loader.getResources("module-info.class"))) {
            try (InputStream in = url.openStream()) {
                ModuleDescriptor descriptor = ModuleDescriptor.read(in);
                if (MODULES.contains(descriptor.name())) {
                    descriptors.add(descriptor);
                }
            }
        }
        return descriptors;
    }
}

package dev.carmine.it.layout;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * Which part may know which, read from class files. A rule that finds no class to apply to fails by itself. That no
 * internal type stands in a public signature is already the compiler's business ({@code -Xlint:exports}).
 *
 * <p>The queue and the locks are empty as yet: the rules about them hold for their package descriptions alone, and wait
 * for their first class.
 */
@AnalyzeClasses(packages = "dev.carmine", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyRulesTest {
    private static final String PROTOCOL = "dev.carmine.protocol..";
    private static final String CLIENT = "dev.carmine.client..";
    private static final String MQ = "dev.carmine.mq..";
    private static final String LOCKS = "dev.carmine.locks..";
    private static final String CLIENT_INTERNALS = "dev.carmine.client.internal..";
    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify.annotations";

    @ArchTest
    static final ArchRule protocolKnowsOnlyTheJdk = classes()
            .that()
            .resideInAPackage(PROTOCOL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(PROTOCOL, JDK, NULLNESS);

    @ArchTest
    static final ArchRule clientKnowsNeitherQueueNorLocks = noClasses()
            .that()
            .resideInAPackage(CLIENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MQ, LOCKS);

    @ArchTest
    static final ArchRule queueKnowsNoLocks = noClasses()
            .that()
            .resideInAPackage(MQ)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(LOCKS);

    @ArchTest
    static final ArchRule locksKnowNoQueue = noClasses()
            .that()
            .resideInAPackage(LOCKS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MQ);

    @ArchTest
    static final ArchRule queueAndLocksUseTheClientAsAStrangerWould = noClasses()
            .that()
            .resideInAnyPackage(MQ, LOCKS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLIENT_INTERNALS, PROTOCOL)
            .because("what they cannot do with the client's public packages is a gap in the client");

    @ArchTest
    static final ArchRule nothingWeShipOrTestWithIsAnotherClient = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("redis.clients..", "io.lettuce..", "io.netty..", "org.redisson..")
            .because("other clients are for the benchmarks to compare with");

    @ArchTest
    static final ArchRule publishedCodeLogsThroughSystemLogger = noClasses()
            .that()
            .resideInAnyPackage(PROTOCOL, CLIENT, MQ, LOCKS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..", "org.slf4j..", "org.apache.logging..", "org.apache.commons.logging..");

    @ArchTest
    static final ArchRule publishedCodeKeepsOffTheStandardStreams =
            noClasses().that().resideInAnyPackage(PROTOCOL, CLIENT, MQ, LOCKS).should(ACCESS_STANDARD_STREAMS);

    // The parts of an implementation know each other in one direction only.
    @ArchTest
    static final ArchRule internalPackagesHaveNoCycles =
            slices().matching("dev.carmine.(*).internal.(**)").should().beFreeOfCycles();

    // A rule against a package that does not exist would hold for ever: these two say that the names are right.

    @ArchTest
    static void clientInternalsAreWhereTheRulesLookForThem(JavaClasses classes) {
        assertThat(classes.stream().filter(resideInAPackage(CLIENT_INTERNALS))).isNotEmpty();
    }

    @ArchTest
    static void otherClientsAreCalledWhatTheRulesCallThem(JavaClasses classes) {
        List<JavaSource> benchmarks = SourceTree.javaSources(List.of("benchmarks"));
        assertThat(List.of("redis.clients.", "io.lettuce.", "org.redisson."))
                .allSatisfy(name ->
                        assertThat(benchmarks).anyMatch(source -> source.text().contains("import " + name)));
    }
}

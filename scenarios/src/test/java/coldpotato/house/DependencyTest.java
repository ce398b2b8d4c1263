package coldpotato.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableListMultimap;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may see whom: the one direction between modules, and inside a module only packages above one's own. */
@AnalyzeClasses(packages = "coldpotato", importOptions = DoNotIncludeTests.class)
class DependencyTest {
    /** Each module's packages from top to bottom: a package may import those that stand before it. */
    private static final ImmutableListMultimap<String, String> PACKAGES =
            ImmutableListMultimap.<String, String>builder()
                    .putAll("core", "net", "time", "trace", "azure")
                    .putAll("bgp", "attr", "wire", "fsm", "bfd", "policy", "rib", "speaker", "netty")
                    .putAll("sim", "engine", "net", "node", "load", "flow", "plan", "azure", "graph", "explore")
                    .putAll(
                            "scenarios",
                            "formats",
                            "portal",
                            "reason",
                            "file",
                            "remedy",
                            "outage",
                            "check",
                            "run",
                            "review",
                            "report",
                            "export",
                            "live",
                            "cli")
                    .build();

    @ArchTest
    static void aModuleImportsOnlyModulesToItsRight(JavaClasses classes) {
        checkOrder(Checkout.MODULES, "coldpotato.", classes);
    }

    @ArchTest
    static void aPackageImportsOnlyPackagesAboveIt(JavaClasses classes) {
        PACKAGES.asMap()
                .forEach(
                        (module, packages) -> checkOrder(List.copyOf(packages), "coldpotato." + module + ".", classes));
    }

    /** What the model rests on, its nouns, what is said against it, what is done to it. */
    @ArchTest
    static void thePackagesOfTheModelImportOnlyPackagesAboveThem(JavaClasses classes) {
        String azure = "coldpotato.core.azure";
        checkOrder(List.of(azure + ".grounds", azure, azure + ".rules", azure + ".operations"), classes);
    }

    @ArchTest
    static void everyPackageStandsInTheTable(JavaClasses classes) {
        String[] known = PACKAGES.entries().stream()
                .map(e -> "coldpotato." + e.getKey() + "." + e.getValue() + "..")
                .toArray(String[]::new);
        assertThat(classes).isNotEmpty();
        noClasses().should().resideOutsideOfPackages(known).check(classes);
    }

    @ArchTest
    static final ArchRule theStateMachinesImportNothingOfBgp = noClasses()
            .that()
            .resideInAnyPackage("coldpotato.bgp.fsm..", "coldpotato.bgp.bfd..")
            .should()
            .dependOnClassesThat(resideInAPackage("coldpotato.bgp..")
                    .and(not(resideInAnyPackage("coldpotato.bgp.fsm..", "coldpotato.bgp.bfd.."))));

    @ArchTest
    static final ArchRule theTwoStateMachinesDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("coldpotato.bgp.bfd..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("coldpotato.bgp.fsm..");

    @ArchTest
    static final ArchRule wireImportsOnlyAttrOfBgp = onlyAttr("wire");

    @ArchTest
    static final ArchRule policyImportsOnlyAttrOfBgp = onlyAttr("policy");

    @ArchTest
    static final ArchRule ribKnowsNoMessages = noClasses()
            .that()
            .resideInAPackage("coldpotato.bgp.rib..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("coldpotato.bgp.wire..", "coldpotato.bgp.fsm..", "coldpotato.bgp.bfd..");

    @ArchTest
    static final ArchRule onlyTheNettyHostImportsNetty = noClasses()
            .that()
            .resideOutsideOfPackages("coldpotato.bgp.netty..", "coldpotato.scenarios.live..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule theSimulatorDoesNotKnowTheNettyHost = noClasses()
            .that()
            .resideInAPackage("coldpotato.sim..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("coldpotato.bgp.netty..");

    @ArchTest
    static final ArchRule routersDoNotKnowThatAzureExists = noClasses()
            .that()
            .resideInAnyPackage(
                    "coldpotato.bgp..",
                    "coldpotato.sim.engine..",
                    "coldpotato.sim.net..",
                    "coldpotato.sim.node..",
                    "coldpotato.sim.load..",
                    "coldpotato.sim.flow..",
                    "coldpotato.sim.plan..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("coldpotato.core.azure..");

    /** A plan is made of its own records and of a few of {@code sim.node}, such as {@code StaticRoute}. */
    @ArchTest
    static final ArchRule sourcesOfPlansSeeOnlyThePlan = noClasses()
            .that()
            .resideInAnyPackage("coldpotato.sim.azure..", "coldpotato.sim.graph..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "coldpotato.sim.engine..",
                            "coldpotato.sim.net..",
                            "coldpotato.sim.node..",
                            "coldpotato.sim.flow..")
                    .and(not(isData())));

    @ArchTest
    static final ArchRule azureAndGraphDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("coldpotato.sim.graph..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("coldpotato.sim.azure..");

    @ArchTest
    static final ArchRule onlyTheCommandLineImportsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("coldpotato.scenarios.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyReadersOfFilesImportTheYamlLibrary = noClasses()
            .that()
            .resideOutsideOfPackages("coldpotato.scenarios.file..", "coldpotato.scenarios.formats..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule nothingLogsBelowTheHosts = noClasses()
            .that()
            .resideInAnyPackage("coldpotato.core..", "coldpotato.bgp..", "coldpotato.sim..")
            .and()
            .resideOutsideOfPackage("coldpotato.bgp.netty..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..");

    private static ArchRule onlyAttr(String name) {
        String own = "coldpotato.bgp." + name + "..";
        return noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(resideInAPackage("coldpotato.bgp..")
                        .and(not(resideInAnyPackage(own, "coldpotato.bgp.attr.."))));
    }

    private static DescribedPredicate<JavaClass> isData() {
        return DescribedPredicate.describe(
                "records, enums or interfaces of records",
                type -> type.isRecord() || type.isEnum() || type.isInterface() && isOfRecords(type));
    }

    private static boolean isOfRecords(JavaClass type) {
        return !type.getSubclasses().isEmpty() && type.getSubclasses().stream().allMatch(JavaClass::isRecord);
    }

    /** Checks that none of the packages imports one that stands after it. */
    private static void checkOrder(List<String> names, String parent, JavaClasses classes) {
        checkOrder(names.stream().map(name -> parent + name + "..").toList(), classes);
    }

    private static void checkOrder(List<String> packages, JavaClasses classes) {
        for (int i = 0; i < packages.size(); i++) {
            String[] later = packages.subList(i + 1, packages.size()).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(packages.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .check(classes);
        }
    }
}

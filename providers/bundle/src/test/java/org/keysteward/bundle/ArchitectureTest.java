package org.keysteward.bundle;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The arrows of the architecture; docs/developer.md draws them. An arrow that must change is an ADR. */
@AnalyzeClasses(packages = "org.keysteward", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** What a capability may see of the others, beside the kernel. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "kernel", Set.of(),
            "tenants", Set.of(),
            "audit", Set.of(),
            "roles", Set.of("tenants"),
            "scim", Set.of("tenants", "roles"),
            "risk", Set.of("tenants"),
            "policies", Set.of());

    @ArchTest
    static final ArchRule purePackagesKnowNoServer = noClasses()
            .that(arePure())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.keycloak..",
                    "jakarta..",
                    "org.hibernate..",
                    "org.infinispan..",
                    "org.jboss..",
                    "io.quarkus..",
                    "io.swagger..");

    @ArchTest
    static final ArchRule purePackagesDoNotSeeAdapters =
            noClasses().that(arePure()).should().dependOnClassesThat().resideInAPackage("org.keysteward..keycloak..");

    @ArchTest
    static final ArchRule purePackagesPassAClock = noClasses()
            .that(arePure())
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule everyCapabilityHasItsArrows = classes()
            .that()
            .resideInAPackage("org.keysteward..")
            .should()
            .resideInAnyPackage(ARROWS.keySet().stream()
                    .map(capability -> "org.keysteward." + capability + "..")
                    .toArray(String[]::new));

    @ArchTest
    static void arrowsPointWhereTheyMay(JavaClasses imported) {
        ARROWS.forEach((capability, seen) -> {
            var hidden = ARROWS.keySet().stream()
                    .filter(other -> !other.equals(capability) && !other.equals("kernel") && !seen.contains(other))
                    .map(other -> "org.keysteward." + other + "..");
            var adapters = seen.stream().map(other -> "org.keysteward." + other + ".keycloak..");
            noClasses()
                    .that()
                    .resideInAPackage("org.keysteward." + capability + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Stream.concat(hidden, adapters).toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(imported);
        });
    }

    @ArchTest
    static final ArchRule capabilitiesFormNoCycle =
            slices().matching("org.keysteward.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsCalledAfterItsKind = noClasses()
            .that()
            .areNotAssignableTo("org.infinispan.protostream.GeneratedSchema")
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    private static DescribedPredicate<JavaClass> arePure() {
        return describe(
                "are pure",
                type -> type.getPackageName().startsWith("org.keysteward.")
                        && !type.getPackageName().contains(".keycloak"));
    }
}

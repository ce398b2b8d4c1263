package coldpotato.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The same file and seed give the same bytes on every machine: what could break that is not called. */
@AnalyzeClasses(packages = "coldpotato", importOptions = DoNotIncludeTests.class)
class DeterminismTest {
    /** Where real time is lived in. */
    private static final String[] HOSTS = {
        "coldpotato.bgp.netty..", "coldpotato.scenarios.live..", "coldpotato.scenarios.cli.."
    };

    private static final String ONE_ELEMENT = "java.util.Set.of(java.lang.Object)";

    @ArchTest
    static final ArchRule onlyHostsReadAClock = noClasses()
            .that()
            .resideOutsideOfPackages(HOSTS)
            .should()
            .accessTargetWhere(is("java.lang.System", "nanoTime|currentTimeMillis"))
            .orShould()
            .accessTargetWhere(is("java.time..*", "now"))
            .orShould()
            .dependOnClassesThat(named("java.time.Clock|java.util.(Date|Calendar)"))
            .orShould()
            .dependOnClassesThat(named("com.google.common.base.(Stopwatch|Ticker)"));

    @ArchTest
    static final ArchRule onlyHostsOwnThreads = noClasses()
            .that()
            .resideOutsideOfPackages(HOSTS)
            .should()
            .dependOnClassesThat(named("java.lang.Thread.*|java.util.Timer.*|java.util.concurrent..*"))
            .orShould()
            .accessTargetWhere(is(".*", "parallel|parallelStream"));

    @ArchTest
    static final ArchRule onlyHostsHaveARandomSource = noClasses()
            .that()
            .resideOutsideOfPackages(HOSTS)
            .should()
            .dependOnClassesThat(named("java.util.(Split.*)?Random|java.security.SecureRandom|java.util.random..*"))
            .orShould()
            .accessTargetWhere(is(".*", "random|randomUUID"))
            .orShould()
            .accessTargetWhere(is("java.util.Collections", "shuffle"));

    /** Even a table that is only looked up today is iterated by somebody tomorrow; there is no exception so far. */
    @ArchTest
    static final ArchRule nothingIsKeptInAnUnorderedCollection = noClasses()
            .should()
            .accessTargetWhere(is("java.util.(Hash|WeakHash|IdentityHash)(Map|Set|table)", "<init>"))
            .orShould()
            .accessTargetWhere(is("java.util.concurrent.Concurrent(HashMap|HashSet)", "<init>"))
            .orShould()
            .accessTargetWhere(is("java.util.(Set|Map)", "copyOf|ofEntries"))
            .orShould()
            .accessTargetWhere(holdsTwoOrMore())
            .orShould()
            .accessTargetWhere(collectsUnordered())
            .orShould()
            .accessTargetWhere(is("com.google.common.collect.(Sets|Maps)", "new(Concurrent)?Hash.*|newIdentity.*"))
            .orShould()
            .dependOnClassesThat(named("com.google.common.collect.Hash.*"))
            .because("their order differs from run to run; use LinkedHashMap, TreeMap, EnumMap or Guava's immutables");

    @ArchTest
    static final ArchRule nothingHangsOnTheIdentityOfAnObject =
            noClasses().should().accessTargetWhere(is("java.lang.System", "identityHashCode"));

    @ArchTest
    static final ArchRule nothingHangsOnTheMachinesLanguageOrCharset = noClasses()
            .should()
            .accessTargetWhere(is("java.lang.String", "toLowerCase|toUpperCase|getBytes", 0))
            .orShould()
            .callConstructor(String.class, byte[].class)
            .orShould()
            .accessTargetWhere(is("java.io.(InputStreamReader|OutputStreamWriter)", "<init>", 1))
            .orShould()
            .dependOnClassesThat(named("java.text.(Collator|.*Format)"));

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that().areStatic().should().haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule nothingIsReflectedOn = noClasses()
            .should()
            .dependOnClassesThat(named("java.lang.reflect..*"))
            .orShould()
            .accessTargetWhere(is("java.lang.Class", "forName"));

    @ArchTest
    static final ArchRule onlyHostsSeeTheProcessTheyRunIn = noClasses()
            .that()
            .resideOutsideOfPackages(HOSTS)
            .should()
            .accessTargetWhere(is("java.lang.System", "out|err|in|exit|getenv|getProperty"));

    private static DescribedPredicate<JavaAccess<?>> is(String owner, String member) {
        return describe(
                owner + "." + member,
                access -> access.getTargetOwner().getName().matches(owner)
                        && access.getTarget().getName().matches(member));
    }

    private static DescribedPredicate<JavaAccess<?>> is(String owner, String member, int parameters) {
        return is(owner, member)
                .and(describe("has " + parameters + " parameters", access -> parametersOf(access) == parameters));
    }

    /** {@code Set.of} and {@code Map.of} of so many elements that these have an order. */
    private static DescribedPredicate<JavaAccess<?>> holdsTwoOrMore() {
        DescribedPredicate<JavaAccess<?>> few = is("java.util.Set", "of", 0)
                .or(is("java.util.Map", "of", 0))
                .or(is("java.util.Map", "of", 2))
                .or(describe(
                        "of one", access -> access.getTarget().getFullName().equals(ONE_ELEMENT)));
        return is("java.util.(Set|Map)", "of").and(not(few));
    }

    /** The collectors that do not let the caller choose the map or set. */
    private static DescribedPredicate<JavaAccess<?>> collectsUnordered() {
        String collectors = "java.util.stream.Collectors";
        return is(collectors, "toSet|toUnmodifiableSet|toUnmodifiableMap|toConcurrentMap|groupingByConcurrent")
                .or(is(collectors, "toMap|groupingBy", 2))
                .or(is(collectors, "toMap", 3))
                .or(is(collectors, "groupingBy", 1));
    }

    private static int parametersOf(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().size()
                : 0;
    }

    private static DescribedPredicate<JavaClass> named(String names) {
        return describe(names, type -> type.getName().matches(names));
    }
}

package coldpotato.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.grounds.Assumption;
import coldpotato.core.azure.grounds.AssumptionValues;
import coldpotato.core.azure.grounds.Assumptions;
import coldpotato.scenarios.check.Premises;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.azure.AzureCompiler;
import coldpotato.sim.plan.NetworkPlan;
import coldpotato.sim.plan.Provenance;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What rests on an assumption names it: each is given its other values in networks of all areas, and whatever is compiled into
 * something else, or refused, or done at another time, has to have named it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedAssumptionsTest {
    /** Elements that are others with another value and name it in neither plan, as {@code assumption at element}. */
    private final Set<String> silent = new LinkedHashSet<>();
    /** Assumptions with other values of which anything is other. */
    private final Set<String> effective = new LinkedHashSet<>();

    /** Of the catalog, one of each area at least. */
    private static final ImmutableList<String> AREAS = ImmutableList.of(
            "15-provider-on-layer-3",
            "29-past-the-gateway",
            "37-route-server-switches-ecmp-off",
            "41-branch-to-branch-between-vpn-and-expressroute",
            "43-an-appliance-dies-unnoticed",
            "46-hub-preference-worked-example",
            "50-default-route-of-a-hub",
            "51-hub-limits-refused",
            "52-transit-through-a-hub",
            "62-clouds-behind-one-provider",
            "65-the-far-site-announces-too-much",
            "70-gateway-instances-one-by-one",
            "77-an-old-peering-has-no-bfd-until-it-is-reset",
            "80-mail-from-microsoft-answered-by-expressroute",
            "96-each-region-by-its-own-circuit");

    private static final int MORE_TUNNELS_THAN_IN_2019 = 31;

    NamedAssumptionsTest(@TempDir Path folder) {
        AREAS.stream().map(CatalogRun::scenario).forEach(this::vary);
        vary(Story.scenario(folder, "rare-assumptions.yaml", manyTunnels()));
    }

    private static String manyTunnels() {
        return IntStream.rangeClosed(1, MORE_TUNNELS_THAN_IN_2019)
                .mapToObj(number -> "  t" + number + ": {vnet: many, router: r1, hold-time: 30s}\n")
                .collect(Collectors.joining("", "vpn-connections:\n", ""));
    }

    @Test
    void whateverRestsOnAnAssumptionNamesIt() {
        assertThat(silent).isEmpty();
    }

    @Test
    void everyAssumptionHasAnEffectSomewhere() {
        assertThat(effective)
                .containsAll(Assumptions.catalogue().all().stream()
                        .map(Assumption::name)
                        .toList());
    }

    private void vary(Scenario scenario) {
        ImmutableMap<String, Element> usual = elements(plan(scenario.network(), scenario));
        for (Assumption assumption : Assumptions.catalogue().all()) {
            AssumptionValues values = scenario.network().assumptions();
            for (String value : values.others(assumption)) {
                HybridNetwork other = scenario.network().toBuilder()
                        .assumptions(values.with(assumption, value))
                        .build();
                compare(assumption.name(), usual, elements(plan(other, scenario)));
            }
        }
        Premises premises = Course.of(scenario, ImmutableSet.of()).premises();
        effective.addAll(premises.times().values());
        effective.addAll(premises.consents().values());
    }

    private static NetworkPlan plan(HybridNetwork network, Scenario scenario) {
        return AzureCompiler.compile(network, scenario.policies());
    }

    private void compare(String assumption, Map<String, Element> usual, Map<String, Element> others) {
        for (String name : Sets.union(usual.keySet(), others.keySet())) {
            Element one = usual.get(name);
            Element two = others.get(name);
            if (one == null || two == null || !one.content().equals(two.content())) {
                effective.add(assumption);
                boolean named = Stream.of(usual, others)
                        .flatMap(plan -> Stream.ofNullable(plan.get(name)))
                        .anyMatch(element -> element.provenance().assumptions().contains(assumption));
                if (!named) {
                    silent.add(assumption + " at " + name);
                }
            }
        }
    }

    /** Something of a plan: where it comes from, and all the rest of it. */
    private record Element(Provenance provenance, List<Object> content) {}

    private static ImmutableMap<String, Element> elements(NetworkPlan plan) {
        return Stream.of(plan.nodes(), plan.links(), plan.sessions(), plan.feeds())
                .flatMap(elements -> elements.entrySet().stream())
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, entry -> element((Record) entry.getValue())));
    }

    private static Element element(Record element) {
        Map<Boolean, List<Object>> parts = Stream.of(element.getClass().getRecordComponents())
                .map(component -> part(component, element))
                .collect(Collectors.partitioningBy(Provenance.class::isInstance));
        return new Element((Provenance) parts.get(true).get(0), parts.get(false));
    }

    private static Object part(RecordComponent component, Record element) {
        try {
            return component.getAccessor().invoke(element);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

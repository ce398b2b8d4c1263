package coldpotato.sim.azure;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.sim.plan.LinkPlan;
import coldpotato.sim.plan.NetworkPlan;
import com.google.common.collect.ImmutableMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AzureCompilerTest {

    @Test
    void givesEveryElementTheNameThatFilesUse() {
        NetworkPlan plan = compile(Networks.oneCircuit().build());
        assertThat(plan.nodes().keySet())
                .containsExactlyInAnyOrder(
                        "amsterdam.hosts",
                        "ce1",
                        "ce2",
                        "er-ams.msee1.private",
                        "er-ams.msee2.private",
                        "hub.hosts",
                        "hub.gateway1",
                        "hub.gateway2");
        assertThat(plan.links().keySet())
                .contains(
                        "er-ams.primary.private",
                        "er-ams.secondary.private",
                        "amsterdam.lan.ce1",
                        "amsterdam.ce1-ce2",
                        "hub-ams.msee1.gateway1",
                        "hub.gateway2.vnet");
        assertThat(plan.sessions().keySet())
                .containsExactlyInAnyOrder(
                        "er-ams.primary.private.ipv4",
                        "er-ams.secondary.private.ipv4",
                        "ibgp.ce1-ce2.ipv4",
                        "hub-ams.msee1.gateway1.ipv4",
                        "hub-ams.msee1.gateway2.ipv4",
                        "hub-ams.msee2.gateway1.ipv4",
                        "hub-ams.msee2.gateway2.ipv4");
    }

    @Test
    void givesTheCustomerTheFirstAddressOfALinkAndMicrosoftTheSecond() {
        NetworkPlan plan = compile(Networks.oneCircuit().build());
        assertThat(addresses(plan, "er-ams.primary.private"))
                .containsExactly("192.168.100.129/30", "192.168.100.130/30");
        assertThat(addresses(plan, "er-ams.secondary.private"))
                .containsExactly("192.168.100.133/30", "192.168.100.134/30");
    }

    @Test
    void everyNameThatThePlanUsesExists() {
        NetworkPlan plan = compile(Networks.everything().build());
        assertThat(plan.nodes().keySet())
                .containsAll(Stream.concat(
                                plan.links().values().stream()
                                        .flatMap(link -> Stream.of(
                                                link.a().node(), link.b().node())),
                                plan.sessions().values().stream().flatMap(s -> Stream.of(s.nodeA(), s.nodeB())))
                        .toList());
        assertThat(plan.groups().values().stream().flatMap(group -> group.stream()))
                .allMatch(name -> plan.nodes().containsKey(name)
                        || plan.links().containsKey(name)
                        || plan.groups().containsKey(name));
    }

    private static NetworkPlan compile(HybridNetwork network) {
        return AzureCompiler.compile(network, ImmutableMap.of());
    }

    private static Stream<String> addresses(NetworkPlan plan, String link) {
        LinkPlan found = plan.links().get(link);
        return Stream.of(found.a(), found.b())
                .flatMap(end -> end.addresses().stream())
                .map(address -> address.address() + "/" + address.length());
    }
}

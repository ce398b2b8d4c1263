package coldpotato.sim.azure;

import coldpotato.core.azure.Circuit;
import coldpotato.core.azure.Connection;
import coldpotato.core.azure.EdgeRouter;
import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.HybridNetworkBuilder;
import coldpotato.core.azure.Leg;
import coldpotato.core.azure.PeeringLink;
import coldpotato.core.azure.PrivatePeering;
import coldpotato.core.azure.Site;
import coldpotato.core.azure.Site.HostsReachRouters;
import coldpotato.core.azure.WanLink;
import coldpotato.core.net.Asn;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A small ExpressRoute network drawn at random, as a model and as the text of a scenario.
 *
 * @param sites one or two; the second is joined to the first by a link of their own
 * @param circuits each from a site, with its two legs at both routers of that site
 * @param weights of the connections: one for each circuit, the same from each VNet
 * @param vnets one or two, each connected to all circuits
 * @param bfd true if the customer's routers run BFD
 * @param layer3 true for a provider that speaks BGP itself
 * @param hosts how packets of the hosts find a router
 */
record RandomModel(
        int sites,
        int circuits,
        List<Integer> weights,
        int vnets,
        boolean bfd,
        boolean layer3,
        HostsReachRouters hosts) {

    private static final ImmutableList<String> SITES = ImmutableList.of("amsterdam", "london");

    static Arbitrary<RandomModel> any() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(0, 100).list().ofSize(2),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(false, true),
                        Arbitraries.of(false, true),
                        Arbitraries.of(HostsReachRouters.values()))
                .as(RandomModel::new);
    }

    HybridNetwork model() {
        HybridNetworkBuilder builder = HybridNetwork.EMPTY.toBuilder();
        for (int site = 0; site < sites; site++) {
            builder.put(site(site));
        }
        if (sites == 2) {
            builder.put(new WanLink("wan", "ce0a", "ce1a", 50, Durations.millis(5), "", ""));
        }
        for (int circuit = 0; circuit < circuits; circuit++) {
            builder.put(circuit(circuit));
        }
        for (int vnet = 0; vnet < vnets; vnet++) {
            builder.put(Networks.vnet("vnet" + vnet, "West Europe", "10." + (20 + vnet) + ".0.0/16"));
            for (int circuit = 0; circuit < circuits; circuit++) {
                builder.put(
                        new Connection(connection(vnet, circuit), "vnet" + vnet, "er" + circuit, weights.get(circuit)));
            }
        }
        return builder.build();
    }

    private Site site(int number) {
        return new Site(
                SITES.get(number),
                new Asn(65010),
                Networks.prefixes("10." + (10 + number) + ".0.0/16"),
                Networks.prefixes(),
                ImmutableMap.of(
                        "ce" + number + "a",
                        router("ce" + number + "a"),
                        "ce" + number + "b",
                        router("ce" + number + "b")),
                hosts,
                true,
                ImmutableMap.of());
    }

    private static EdgeRouter router(String name) {
        return new EdgeRouter(name, 1, Durations.millis(50));
    }

    private Circuit circuit(int number) {
        int site = number % sites;
        Circuit plain = Networks.circuit(
                "er" + number,
                "Amsterdam",
                "192.168." + (100 + number) + ".128/29",
                "ce" + site + "a",
                "ce" + site + "b");
        PrivatePeering from = plain.privatePeering().orElseThrow();
        PrivatePeering peering = from.toBuilder()
                .link(Leg.PRIMARY, link(from.primary()))
                .link(Leg.SECONDARY, link(from.secondary()))
                .build();
        return Networks.withProvider(plain.withPeering(peering), layer3 ? Networks.LAYER_3 : Networks.LAYER_2);
    }

    private PeeringLink link(PeeringLink plain) {
        return plain.toBuilder()
                .bfd(bfd ? Optional.of(new PeeringLink.Bfd(Durations.millis(300), 3)) : Optional.empty())
                .build();
    }

    private static String connection(int vnet, int circuit) {
        return "vnet" + vnet + "-er" + circuit;
    }

    /** The network as a scenario has it; what happens to it comes after. */
    String yaml() {
        StringBuilder yaml = new StringBuilder("sites:\n");
        for (int site = 0; site < sites; site++) {
            yaml.append(String.format(
                    Locale.ROOT,
                    "  %s: {asn: 65010, prefixes: [10.%d.0.0/16], routers: [ce%da, ce%db], hosts-reach-routers-by: %s}%n",
                    SITES.get(site),
                    10 + site,
                    site,
                    site,
                    hosts.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        yaml.append(sites == 2 ? "wan-links:\n  wan: {between: [ce0a, ce1a], igp-cost: 50, delay: 5ms}\n" : "");
        yaml.append("circuits:\n");
        for (int circuit = 0; circuit < circuits; circuit++) {
            yaml.append(circuitYaml(circuit));
        }
        yaml.append("vnets:\n");
        for (int vnet = 0; vnet < vnets; vnet++) {
            yaml.append("  vnet" + vnet + ": {region: West Europe, prefixes: [10." + (20 + vnet)
                    + ".0.0/16], gateway: {sku: ErGw1AZ}}\n");
        }
        return yaml.append(connectionsYaml()).toString();
    }

    private String circuitYaml(int number) {
        int site = number % sites;
        String link = "{router: ce" + site + "%s, bfd: " + (bfd ? "on" : "off") + "}\n";
        return "  er" + number + ":\n    location: Amsterdam\n"
                + (layer3 ? "    provider: {layer: 3, asn: 64700}\n" : "")
                + "    private-peering:\n      subnet: 192.168." + (100 + number) + ".128/29\n      vlan: 200\n"
                + "      primary: " + String.format(link, "a")
                + "      secondary: " + String.format(link, "b");
    }

    private String connectionsYaml() {
        StringBuilder yaml = new StringBuilder("connections:\n");
        for (int vnet = 0; vnet < vnets; vnet++) {
            for (int circuit = 0; circuit < circuits; circuit++) {
                yaml.append("  " + connection(vnet, circuit) + ": {vnet: vnet" + vnet + ", circuit: er" + circuit
                        + ", weight: " + weights.get(circuit) + "}\n");
            }
        }
        return yaml.toString();
    }
}

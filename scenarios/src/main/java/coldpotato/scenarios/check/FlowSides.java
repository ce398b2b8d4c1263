package coldpotato.scenarios.check;

import coldpotato.core.azure.HybridNetwork;
import coldpotato.core.azure.Site;
import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.scenarios.file.FlowSpec;
import coldpotato.scenarios.file.Scenario;
import coldpotato.sim.flow.FlowDirection;
import com.google.common.collect.ImmutableMap;
import java.util.stream.Stream;

/**
 * Which direction of a flow goes to Azure and which to the site. Forward leads from whoever opens the flow to the other end.
 * If the opener is at a site, in another cloud or connected by point-to-site VPN, forward is to Azure; otherwise, with the opener in a virtual network, at Microsoft or on the
 * Internet, forward is to the site. Between two sites, to Azure means away from the opener.
 */
public final class FlowSides {
    private final ImmutableMap<String, FlowDirection> toAzure;
    private final ImmutableMap<String, String> labels;

    private FlowSides(ImmutableMap<String, FlowDirection> toAzure, ImmutableMap<String, String> labels) {
        this.toAzure = toAzure;
        this.labels = labels;
    }

    /** The sides of all flows of a scenario. */
    public static FlowSides of(Scenario scenario) {
        return new FlowSides(
                scenario.flows().stream()
                        .collect(
                                ImmutableMap.toImmutableMap(FlowSpec::name, flow -> toAzure(scenario.network(), flow))),
                scenario.flows().stream().collect(ImmutableMap.toImmutableMap(FlowSpec::name, flow -> flow.group()
                        .label())));
    }

    /** A flow with what it is about, where the file says that. */
    public String called(String flow) {
        String label = labels.getOrDefault(flow, "");
        return label.isEmpty() ? flow : flow + " (" + label + ")";
    }

    private static FlowDirection toAzure(HybridNetwork network, FlowSpec flow) {
        return isAtSite(network, flow.group().from()) ? FlowDirection.FORWARD : FlowDirection.REVERSE;
    }

    private static boolean isAtSite(HybridNetwork network, IpAddress address) {
        return Stream.concat(network.allSites().stream().flatMap(FlowSides::prefixes), network.clientPools())
                .anyMatch(prefix -> prefix.contains(address));
    }

    private static Stream<Prefix> prefixes(Site site) {
        return Stream.concat(site.prefixes().stream(), site.publicPrefixes().stream());
    }

    FlowDirection toAzure(String flow) {
        return toAzure.get(flow);
    }

    FlowDirection toSite(String flow) {
        return toAzure(flow) == FlowDirection.FORWARD ? FlowDirection.REVERSE : FlowDirection.FORWARD;
    }

    /** A direction of a flow as scenario files call it. */
    public String text(String flow, FlowDirection direction) {
        return direction == toAzure.get(flow) ? "to-azure" : "to-site";
    }
}

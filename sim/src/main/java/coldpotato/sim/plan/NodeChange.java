package coldpotato.sim.plan;

import coldpotato.core.net.IpAddress;
import coldpotato.core.net.Prefix;
import coldpotato.sim.node.Network;
import coldpotato.sim.node.Router;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a running node what another plan says of it, but for its speaker's neighbours. */
final class NodeChange {
    private final Network network;
    private final Assembly assembly;
    private final NodePlan was;
    private final NodePlan is;
    private final Router router;

    NodeChange(Network network, Assembly assembly, NodePlan was, NodePlan is) {
        this.network = network;
        this.assembly = assembly;
        this.was = was;
        this.is = is;
        this.router = network.router(is.name());
    }

    void apply() {
        router.fibDelays(is.fibDelays());
        router.ecmpHashing(is.ecmpHashing());
        changeAddresses();
        if (!was.statics().equals(is.statics())) {
            router.statics(is.statics());
        }
        Sets.difference(was.pinned(), is.pinned()).forEach(router::unpin);
        Sets.difference(is.pinned(), was.pinned()).forEach(router::pin);
        network.fit(is.name(), is.middleboxes());
        changeOriginations();
    }

    private void changeAddresses() {
        ImmutableSet<IpAddress> old = ImmutableSet.copyOf(was.loopbacks());
        ImmutableSet<IpAddress> now = ImmutableSet.copyOf(is.loopbacks());
        Sets.difference(old, now).forEach(router::removeLoopback);
        Sets.difference(now, old).forEach(router::addLoopback);
        Sets.difference(was.attached(), is.attached()).forEach(router::detach);
        Sets.difference(is.attached(), was.attached()).forEach(router::attach);
    }

    private void changeOriginations() {
        Map<Prefix, Origination> old = byPrefix(was);
        Map<Prefix, Origination> now = byPrefix(is);
        Sets.difference(old.keySet(), now.keySet()).forEach(prefix -> assembly.withdraw(is.name(), prefix));
        now.forEach((prefix, origination) -> {
            if (!origination.equals(old.get(prefix))) {
                assembly.originate(is.name(), origination);
            }
        });
    }

    private static Map<Prefix, Origination> byPrefix(NodePlan node) {
        return node.originations().stream()
                .collect(Collectors.toMap(Origination::prefix, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }
}

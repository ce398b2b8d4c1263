package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.bfd.BfdTimers;
import coldpotato.bgp.policy.Policy;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Puts a {@link PeerConfig} together; made by {@link PeerConfig#builder}. The family is that of the address, every other
 * setting as routers have it unless told otherwise. Each method sets the component of the same name.
 */
public final class PeerConfigBuilder {
    private final String name;
    private IpAddress localAddress;
    private IpAddress remoteAddress;
    private int remoteAs;
    private int localAs;
    private ImmutableSet<AfiSafi> families;
    private boolean passive = false;
    private SessionTimers timers = SessionTimers.DEFAULT;
    private Policy importPolicy = Policy.ACCEPT_ALL;
    private Policy exportPolicy = Policy.ACCEPT_ALL;
    private boolean routeReflectorClient = false;
    private boolean nextHopSelf = false;
    private int allowAsIn = 0;
    private boolean asOverride = false;
    private PrivateAsRemoval privateAsOnReceipt = PrivateAsRemoval.KEEP;
    private PrivateAsRemoval privateAsOnExport = PrivateAsRemoval.KEEP;
    private boolean enforceFirstAs = true;
    private Optional<PrefixLimit> prefixLimit = Optional.empty();
    private Optional<BfdTimers> bfd = Optional.empty();
    private Optional<String> password = Optional.empty();
    private long weight = 0;
    private String group = "";
    private boolean offPath = false;
    private boolean loopbackNextHops = false;
    private Optional<String> interfaceName = Optional.empty();

    PeerConfigBuilder(String name, IpAddress localAddress, IpAddress remoteAddress) {
        this.name = name;
        this.localAddress = localAddress;
        this.remoteAddress = remoteAddress;
        this.families = ImmutableSet.of(AfiSafi.of(remoteAddress.family()));
    }

    PeerConfigBuilder(PeerConfig from) {
        name = from.name();
        localAddress = from.localAddress();
        remoteAddress = from.remoteAddress();
        remoteAs = from.remoteAs();
        localAs = from.localAs();
        families = from.families();
        passive = from.passive();
        timers = from.timers();
        importPolicy = from.importPolicy();
        exportPolicy = from.exportPolicy();
        routeReflectorClient = from.routeReflectorClient();
        nextHopSelf = from.nextHopSelf();
        allowAsIn = from.allowAsIn();
        asOverride = from.asOverride();
        privateAsOnReceipt = from.privateAsOnReceipt();
        privateAsOnExport = from.privateAsOnExport();
        enforceFirstAs = from.enforceFirstAs();
        prefixLimit = from.prefixLimit();
        bfd = from.bfd();
        password = from.password();
        weight = from.weight();
        group = from.group();
        offPath = from.offPath();
        loopbackNextHops = from.loopbackNextHops();
        interfaceName = from.interfaceName();
    }

    public PeerConfigBuilder addresses(IpAddress local, IpAddress remote) {
        localAddress = local;
        remoteAddress = remote;
        return this;
    }

    /** Our AS and the neighbour's; equal for iBGP. */
    public PeerConfigBuilder asns(int local, int remote) {
        localAs = local;
        remoteAs = remote;
        return this;
    }

    public PeerConfigBuilder families(ImmutableSet<AfiSafi> value) {
        families = value;
        return this;
    }

    public PeerConfigBuilder passive(boolean value) {
        passive = value;
        return this;
    }

    public PeerConfigBuilder timers(SessionTimers value) {
        timers = value;
        return this;
    }

    public PeerConfigBuilder importPolicy(Policy value) {
        importPolicy = value;
        return this;
    }

    public PeerConfigBuilder exportPolicy(Policy value) {
        exportPolicy = value;
        return this;
    }

    public PeerConfigBuilder routeReflectorClient(boolean value) {
        routeReflectorClient = value;
        return this;
    }

    public PeerConfigBuilder nextHopSelf(boolean value) {
        nextHopSelf = value;
        return this;
    }

    public PeerConfigBuilder allowAsIn(int value) {
        allowAsIn = value;
        return this;
    }

    public PeerConfigBuilder asOverride(boolean value) {
        asOverride = value;
        return this;
    }

    public PeerConfigBuilder privateAsOnReceipt(PrivateAsRemoval value) {
        privateAsOnReceipt = value;
        return this;
    }

    public PeerConfigBuilder privateAsOnExport(PrivateAsRemoval value) {
        privateAsOnExport = value;
        return this;
    }

    public PeerConfigBuilder enforceFirstAs(boolean value) {
        enforceFirstAs = value;
        return this;
    }

    public PeerConfigBuilder prefixLimit(Optional<PrefixLimit> value) {
        prefixLimit = value;
        return this;
    }

    public PeerConfigBuilder bfd(Optional<BfdTimers> value) {
        bfd = value;
        return this;
    }

    public PeerConfigBuilder password(Optional<String> value) {
        password = value;
        return this;
    }

    public PeerConfigBuilder weight(long value) {
        weight = value;
        return this;
    }

    public PeerConfigBuilder group(String value) {
        group = value;
        return this;
    }

    public PeerConfigBuilder offPath(boolean value) {
        offPath = value;
        return this;
    }

    public PeerConfigBuilder loopbackNextHops(boolean value) {
        loopbackNextHops = value;
        return this;
    }

    public PeerConfigBuilder interfaceName(Optional<String> value) {
        interfaceName = value;
        return this;
    }

    public PeerConfig build() {
        return new PeerConfig(
                name,
                localAddress,
                remoteAddress,
                remoteAs,
                localAs,
                families,
                passive,
                timers,
                importPolicy,
                exportPolicy,
                routeReflectorClient,
                nextHopSelf,
                allowAsIn,
                asOverride,
                privateAsOnReceipt,
                privateAsOnExport,
                enforceFirstAs,
                prefixLimit,
                bfd,
                password,
                weight,
                group,
                offPath,
                loopbackNextHops,
                interfaceName);
    }
}

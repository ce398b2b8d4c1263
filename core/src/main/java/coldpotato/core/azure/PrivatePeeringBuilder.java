package coldpotato.core.azure;

import java.util.Optional;

/** Puts a {@link PrivatePeering} together; each method sets the component of the same name. */
public final class PrivatePeeringBuilder {
    private PeeringLink primary;
    private PeeringLink secondary;
    private PeeringState state = PeeringState.of(true);
    private Optional<LinkSubnets> ipv4 = Optional.empty();
    private Optional<LinkSubnets> ipv6 = Optional.empty();
    private int vlan;
    private Optional<String> md5 = Optional.empty();
    private boolean bfd = true;

    PrivatePeeringBuilder(PeeringLink primary, PeeringLink secondary) {
        this.primary = primary;
        this.secondary = secondary;
    }

    PrivatePeeringBuilder(PrivatePeering from) {
        state = from.state();
        ipv4 = from.ipv4();
        ipv6 = from.ipv6();
        vlan = from.vlan();
        md5 = from.md5();
        bfd = from.bfd();
        primary = from.primary();
        secondary = from.secondary();
    }

    public PrivatePeeringBuilder state(PeeringState value) {
        state = value;
        return this;
    }

    public PrivatePeeringBuilder ipv4(Optional<LinkSubnets> value) {
        ipv4 = value;
        return this;
    }

    public PrivatePeeringBuilder ipv6(Optional<LinkSubnets> value) {
        ipv6 = value;
        return this;
    }

    public PrivatePeeringBuilder vlan(int value) {
        vlan = value;
        return this;
    }

    public PrivatePeeringBuilder md5(Optional<String> value) {
        md5 = value;
        return this;
    }

    public PrivatePeeringBuilder bfd(boolean value) {
        bfd = value;
        return this;
    }

    public PrivatePeeringBuilder primary(PeeringLink value) {
        primary = value;
        return this;
    }

    public PrivatePeeringBuilder secondary(PeeringLink value) {
        secondary = value;
        return this;
    }

    public PrivatePeering build() {
        return new PrivatePeering(state, ipv4, ipv6, vlan, md5, bfd, primary, secondary);
    }
}

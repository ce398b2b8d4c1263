package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;

/** Puts a {@link MicrosoftPeering} together; each method sets the component of the same name. */
public final class MicrosoftPeeringBuilder {
    private final LocalDate configured;
    private PeeringLink primary;
    private PeeringLink secondary;
    private PeeringState state = PeeringState.of(true);
    private Optional<LinkSubnets> ipv4 = Optional.empty();
    private Optional<LinkSubnets> ipv6 = Optional.empty();
    private int vlan;
    private Optional<String> md5 = Optional.empty();
    private boolean bfd = true;
    private Optional<String> routeFilter = Optional.empty();
    private ImmutableSet<Prefix> advertisedPublicPrefixes = ImmutableSet.of();

    MicrosoftPeeringBuilder(LocalDate configured, PeeringLink primary, PeeringLink secondary) {
        this.configured = configured;
        this.primary = primary;
        this.secondary = secondary;
    }

    MicrosoftPeeringBuilder(MicrosoftPeering from) {
        state = from.state();
        configured = from.configured();
        ipv4 = from.ipv4();
        ipv6 = from.ipv6();
        vlan = from.vlan();
        md5 = from.md5();
        bfd = from.bfd();
        routeFilter = from.routeFilter();
        advertisedPublicPrefixes = from.advertisedPublicPrefixes();
        primary = from.primary();
        secondary = from.secondary();
    }

    public MicrosoftPeeringBuilder state(PeeringState value) {
        state = value;
        return this;
    }

    public MicrosoftPeeringBuilder ipv4(Optional<LinkSubnets> value) {
        ipv4 = value;
        return this;
    }

    public MicrosoftPeeringBuilder ipv6(Optional<LinkSubnets> value) {
        ipv6 = value;
        return this;
    }

    public MicrosoftPeeringBuilder vlan(int value) {
        vlan = value;
        return this;
    }

    public MicrosoftPeeringBuilder md5(Optional<String> value) {
        md5 = value;
        return this;
    }

    public MicrosoftPeeringBuilder bfd(boolean value) {
        bfd = value;
        return this;
    }

    public MicrosoftPeeringBuilder routeFilter(Optional<String> value) {
        routeFilter = value;
        return this;
    }

    public MicrosoftPeeringBuilder advertisedPublicPrefixes(ImmutableSet<Prefix> value) {
        advertisedPublicPrefixes = value;
        return this;
    }

    public MicrosoftPeeringBuilder primary(PeeringLink value) {
        primary = value;
        return this;
    }

    public MicrosoftPeeringBuilder secondary(PeeringLink value) {
        secondary = value;
        return this;
    }

    public MicrosoftPeering build() {
        return new MicrosoftPeering(
                state,
                configured,
                ipv4,
                ipv6,
                vlan,
                md5,
                bfd,
                routeFilter,
                advertisedPublicPrefixes,
                primary,
                secondary);
    }
}

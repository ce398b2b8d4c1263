package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;

/** Puts a {@link MicrosoftPeering} together; each method sets the component of the same name. */
public final class MicrosoftPeeringBuilder extends PeeringBuilder<MicrosoftPeering, MicrosoftPeeringBuilder> {
    private final LocalDate configured;
    private Optional<String> routeFilter = Optional.empty();
    private ImmutableSet<Prefix> advertisedPublicPrefixes = ImmutableSet.of();

    MicrosoftPeeringBuilder(LocalDate configured, PeeringLink primary, PeeringLink secondary) {
        super(primary, secondary);
        this.configured = configured;
    }

    MicrosoftPeeringBuilder(MicrosoftPeering from) {
        super(from);
        configured = from.configured();
        routeFilter = from.routeFilter();
        advertisedPublicPrefixes = from.advertisedPublicPrefixes();
    }

    @Override
    MicrosoftPeeringBuilder self() {
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

    @Override
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

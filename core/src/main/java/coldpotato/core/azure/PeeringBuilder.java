package coldpotato.core.azure;

import java.util.Optional;

/**
 * Puts a peering together, as far as both kinds are alike; each method sets the component of the same name.
 *
 * @param <P> what is built
 * @param <B> the builder itself
 */
public abstract sealed class PeeringBuilder<P extends Peering, B extends PeeringBuilder<P, B>>
        permits PrivatePeeringBuilder, MicrosoftPeeringBuilder {
    PeeringLink primary;
    PeeringLink secondary;
    PeeringState state = PeeringState.of(true);
    Optional<LinkSubnets> ipv4 = Optional.empty();
    Optional<LinkSubnets> ipv6 = Optional.empty();
    int vlan;
    Optional<String> md5 = Optional.empty();
    boolean bfd = true;

    PeeringBuilder(PeeringLink primary, PeeringLink secondary) {
        this.primary = primary;
        this.secondary = secondary;
    }

    PeeringBuilder(Peering from) {
        this(from.primary(), from.secondary());
        state = from.state();
        ipv4 = from.ipv4();
        ipv6 = from.ipv6();
        vlan = from.vlan();
        md5 = from.md5();
        bfd = from.bfd();
    }

    abstract B self();

    public abstract P build();

    public B state(PeeringState value) {
        state = value;
        return self();
    }

    public B ipv4(Optional<LinkSubnets> value) {
        ipv4 = value;
        return self();
    }

    public B ipv6(Optional<LinkSubnets> value) {
        ipv6 = value;
        return self();
    }

    public B vlan(int value) {
        vlan = value;
        return self();
    }

    public B md5(Optional<String> value) {
        md5 = value;
        return self();
    }

    public B bfd(boolean value) {
        bfd = value;
        return self();
    }

    /** Sets the customer's side of one link. */
    public B link(Leg leg, PeeringLink value) {
        switch (leg) {
            case PRIMARY -> primary = value;
            case SECONDARY -> secondary = value;
        }
        return self();
    }
}

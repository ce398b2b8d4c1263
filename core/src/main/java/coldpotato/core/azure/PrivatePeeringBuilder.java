package coldpotato.core.azure;

/** Puts a {@link PrivatePeering} together. */
public final class PrivatePeeringBuilder extends PeeringBuilder<PrivatePeering, PrivatePeeringBuilder> {
    PrivatePeeringBuilder(PeeringLink primary, PeeringLink secondary) {
        super(primary, secondary);
    }

    PrivatePeeringBuilder(PrivatePeering from) {
        super(from);
    }

    @Override
    PrivatePeeringBuilder self() {
        return this;
    }

    @Override
    public PrivatePeering build() {
        return new PrivatePeering(state, ipv4, ipv6, vlan, md5, bfd, primary, secondary);
    }
}

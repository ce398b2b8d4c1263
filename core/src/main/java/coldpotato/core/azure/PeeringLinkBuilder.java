package coldpotato.core.azure;

import coldpotato.core.net.Prefix;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts a {@link PeeringLink} together; each method sets the component of the same name. */
public final class PeeringLinkBuilder {
    private final String router;
    private Optional<PeeringLink.Bfd> bfd = Optional.empty();
    private long holdNanos = Documented.HOLD_NANOS;
    private long keepaliveNanos = Documented.KEEPALIVE_NANOS;
    private String importPolicy = "";
    private String exportPolicy = "";
    private int prepend = 0;
    private Optional<ImmutableSet<Prefix>> advertise = Optional.empty();
    private OptionalInt maximumPrefix = OptionalInt.empty();
    private Optional<String> md5 = Optional.empty();
    private OptionalInt vlan = OptionalInt.empty();
    private boolean addressesSwapped = false;

    PeeringLinkBuilder(String router) {
        this.router = router;
    }

    PeeringLinkBuilder(PeeringLink from) {
        router = from.router();
        bfd = from.bfd();
        holdNanos = from.holdNanos();
        keepaliveNanos = from.keepaliveNanos();
        importPolicy = from.importPolicy();
        exportPolicy = from.exportPolicy();
        prepend = from.prepend();
        advertise = from.advertise();
        maximumPrefix = from.maximumPrefix();
        md5 = from.md5();
        vlan = from.vlan();
        addressesSwapped = from.addressesSwapped();
    }

    public PeeringLinkBuilder bfd(Optional<PeeringLink.Bfd> value) {
        bfd = value;
        return this;
    }

    public PeeringLinkBuilder timers(long hold, long keepalive) {
        holdNanos = hold;
        keepaliveNanos = keepalive;
        return this;
    }

    public PeeringLinkBuilder importPolicy(String value) {
        importPolicy = value;
        return this;
    }

    public PeeringLinkBuilder exportPolicy(String value) {
        exportPolicy = value;
        return this;
    }

    public PeeringLinkBuilder prepend(int value) {
        prepend = value;
        return this;
    }

    public PeeringLinkBuilder advertise(Optional<ImmutableSet<Prefix>> value) {
        advertise = value;
        return this;
    }

    public PeeringLinkBuilder maximumPrefix(OptionalInt value) {
        maximumPrefix = value;
        return this;
    }

    public PeeringLinkBuilder md5(Optional<String> value) {
        md5 = value;
        return this;
    }

    public PeeringLinkBuilder vlan(OptionalInt value) {
        vlan = value;
        return this;
    }

    public PeeringLinkBuilder addressesSwapped(boolean value) {
        addressesSwapped = value;
        return this;
    }

    public PeeringLink build() {
        return new PeeringLink(
                router,
                bfd,
                holdNanos,
                keepaliveNanos,
                importPolicy,
                exportPolicy,
                prepend,
                advertise,
                maximumPrefix,
                md5,
                vlan,
                addressesSwapped);
    }
}

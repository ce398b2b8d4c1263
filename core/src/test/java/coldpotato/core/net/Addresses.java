package coldpotato.core.net;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random addresses and prefixes of both families; dense enough that random prefixes contain one another. */
final class Addresses extends DomainContextBase {
    @Provide
    Arbitrary<IpAddress> addresses() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(IpAddress::ipv4),
                Arbitraries.integers().between(0, 7).map(i -> IpAddress.ipv4(10 << 24 | i << 29)),
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(IpAddress::ipv6),
                Combinators.combine(sparse(), sparse()).as(IpAddress::ipv6));
    }

    @Provide
    Arbitrary<Prefix> prefixes() {
        return addresses().flatMap(address -> Arbitraries.integers()
                .between(0, address.family().bits())
                .map(length -> new Prefix(address, length)));
    }

    private static Arbitrary<Long> sparse() {
        return Arbitraries.of(0L, 1L, -1L, 1L << 32, 0x2001_0db8_0000_0000L, 0xffff_0000_0000L, Long.MIN_VALUE);
    }
}

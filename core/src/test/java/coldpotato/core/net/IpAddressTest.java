package coldpotato.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Domain(Addresses.class)
@Domain(DomainContext.Global.class)
class IpAddressTest {
    private static BigInteger number(IpAddress address) {
        return new BigInteger(1, address.toBytes());
    }

    private static BigInteger size(IpAddress address) {
        return BigInteger.ONE.shiftLeft(address.family().bits());
    }

    @Property
    void textIsReadBack(@ForAll IpAddress address) {
        assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
    }

    @Property
    void bytesAreReadBack(@ForAll IpAddress address) {
        assertThat(IpAddress.ofBytes(address.toBytes())).isEqualTo(address);
    }

    @Property
    void sortsByFamilyThenAsAnUnsignedNumber(@ForAll IpAddress a, @ForAll IpAddress b) {
        int expected = a.family() == b.family()
                ? number(a).compareTo(number(b))
                : a.family().compareTo(b.family());
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.signum(expected));
    }

    @Property
    void plusAddsAndWrapsWithinTheFamily(@ForAll IpAddress address, @ForAll long offset) {
        BigInteger sum = number(address).add(BigInteger.valueOf(offset)).mod(size(address));
        assertThat(number(address.plus(offset))).isEqualTo(sum);
    }

    @Property
    void bitsCountFromTheLeft(@ForAll IpAddress address, @ForAll @IntRange(max = 127) int index) {
        int at = index % address.family().bits();
        assertThat(address.bit(at))
                .isEqualTo(number(address).testBit(address.family().bits() - 1 - at));
    }

    @Property
    void maskingClearsTheBitsAfterTheLength(@ForAll IpAddress address, @ForAll @IntRange(max = 128) int length) {
        int kept = Math.min(length, address.family().bits());
        int cleared = address.family().bits() - kept;
        assertThat(number(address.masked(kept)))
                .isEqualTo(number(address).shiftRight(cleared).shiftLeft(cleared));
    }

    @Test
    void ipv6IsWrittenAsRfc5952Says() {
        assertThat(IpAddress.parse("2001:0DB8:0:0:0:0:0:1")).hasToString("2001:db8::1");
    }

    @Test
    void anIpv4MappedAddressStaysIpv6() {
        IpAddress mapped = IpAddress.parse("::ffff:1.2.3.4");
        assertThat(mapped.family()).isEqualTo(Family.IPV6);
        assertThat(IpAddress.parse(mapped.toString())).isEqualTo(mapped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2.3", "1.2.3.256", "1.2.3.4/32", "fe80::1%eth0", "::1::", "host", " 1.2.3.4"})
    void whatIsNoAddressIsRefused(String text) {
        assertThat(IpAddress.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> IpAddress.parse(text)).hasMessageContaining("not an IP address: " + text);
    }

    @Test
    void anIpv4AddressOfMoreThan32BitsIsAMistake() {
        assertThatThrownBy(() -> new IpAddress(Family.IPV4, 0, 1L << 32)).isInstanceOf(IllegalArgumentException.class);
    }
}

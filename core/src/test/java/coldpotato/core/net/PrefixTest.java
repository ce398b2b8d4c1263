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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Domain(Addresses.class)
@Domain(DomainContext.Global.class)
class PrefixTest {
    private static BigInteger number(IpAddress address) {
        return new BigInteger(1, address.toBytes());
    }

    @Property
    void textIsReadBack(@ForAll Prefix prefix) {
        assertThat(Prefix.parse(prefix.toString())).isEqualTo(prefix);
    }

    @Property
    void containsTheAddressesThatShareItsBits(@ForAll Prefix prefix, @ForAll IpAddress address) {
        boolean shares = address.family() == prefix.family()
                && address.masked(prefix.length()).equals(prefix.address());
        assertThat(prefix.contains(address)).isEqualTo(shares);
    }

    @Property
    void twoPrefixesAreNestedOrApart(@ForAll Prefix a, @ForAll Prefix b) {
        boolean share = a.contains(b.address()) || b.contains(a.address());
        assertThat(a.overlaps(b)).isEqualTo(share);
        assertThat(a.contains(b) && b.contains(a)).isEqualTo(a.equals(b));
    }

    @Property
    void aPrefixSortsBeforeWhatItContains(@ForAll Prefix a, @ForAll Prefix b) {
        if (a.contains(b) && !a.equals(b)) {
            assertThat(a).isLessThan(b);
        }
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    }

    @Property
    void subnetsLieSideBySideInside(
            @ForAll Prefix prefix, @ForAll @IntRange(max = 128) int more, @ForAll @IntRange(max = 1 << 20) int number) {
        int length = Math.min(prefix.length() + more, prefix.family().bits());
        int index = (int) (number % (1L << Math.min(length - prefix.length(), 31)));
        Prefix subnet = prefix.subnet(length, index);
        int shift = prefix.family().bits() - length;
        assertThat(prefix.contains(subnet)).isTrue();
        assertThat(number(subnet.address()))
                .isEqualTo(
                        number(prefix.address()).add(BigInteger.valueOf(index).shiftLeft(shift)));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 16, 3, 10.3.0.0/16",
        "192.168.100.128/29, 30, 1, 192.168.100.132/30",
        "2001:db8::/32, 64, 65536, 2001:db8:1::/64",
        "2001:db8::/32, 65, 1, 2001:db8:0:0:8000::/65",
        "2001:db8::/32, 66, 5, 2001:db8:0:1:4000::/66",
        "::/0, 1, 1, 8000::/1",
    })
    void aSubnetStartsItsIndexBlocksIn(String prefix, int length, int index, String subnet) {
        assertThat(Prefix.parse(prefix).subnet(length, index)).isEqualTo(Prefix.parse(subnet));
    }

    @Test
    void aSubnetOutsideTheBlockIsAMistake() {
        Prefix block = Prefix.parse("10.0.0.0/30");
        assertThatThrownBy(() -> block.subnet(32, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> block.subnet(32, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> block.subnet(29, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hostBitsAreCleared() {
        assertThat(Prefix.parse("10.1.2.3/8")).hasToString("10.0.0.0/8");
    }

    @Test
    void theFirstHostOfAThirtyIsOneFurther() {
        assertThat(Prefix.parse("192.168.100.128/30").addressAt(1)).hasToString("192.168.100.129");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "::/129", "/8", "a/8"})
    void whatIsNoPrefixIsRefused(String text) {
        assertThat(Prefix.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> Prefix.parse(text)).hasMessageContaining("not a prefix: " + text);
    }
}

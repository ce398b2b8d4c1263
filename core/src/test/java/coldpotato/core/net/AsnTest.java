package coldpotato.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsnTest {
    @Property
    void textIsReadBack(@ForAll int bits) {
        assertThat(Asn.parse(Asn.ofInt(bits).toString())).isEqualTo(Asn.ofInt(bits));
    }

    @Property
    void asdotIsReadAsTwoHalves(@ForAll int bits) {
        String asdot = (bits >>> 16) + "." + (bits & 0xffff);
        assertThat(Asn.parse(asdot).toInt()).isEqualTo(bits);
    }

    @Property
    void sortsAsAnUnsignedNumber(@ForAll int a, @ForAll int b) {
        assertThat(Integer.signum(Asn.ofInt(a).compareTo(Asn.ofInt(b))))
                .isEqualTo(Integer.signum(Integer.compareUnsigned(a, b)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".1", "1.2.3", "65536.0", "0.65536", "4294967296", "-1", "AS1", "1 "})
    void whatIsNoAsNumberIsRefused(String text) {
        assertThat(Asn.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> Asn.parse(text)).hasMessageContaining("not an AS number: " + text);
    }

    @ParameterizedTest
    @CsvSource({
        "64511, false", "64512, true", "65534, true", "65535, false",
        "4199999999, false", "4200000000, true", "4294967294, true", "4294967295, false",
    })
    void privateNumbersAreThoseOfRfc6996(long number, boolean expected) {
        assertThat(new Asn(number).isPrivate()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "64495, false", "64496, true", "64511, true", "64512, false",
        "65535, false", "65536, true", "65551, true", "65552, false",
    })
    void documentationNumbersAreThoseOfRfc5398(long number, boolean expected) {
        assertThat(new Asn(number).isDocumentation()).isEqualTo(expected);
    }

    @Test
    void moreThan32BitsIsAMistake() {
        assertThatThrownBy(() -> new Asn(1L << 32)).isInstanceOf(IllegalArgumentException.class);
    }
}

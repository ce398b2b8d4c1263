package coldpotato.bgp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsPathRegexTest {

    @ParameterizedTest
    @CsvSource({
        // expression, path, matches
        "^$,                '',                 true",
        "^$,                12076,              false",
        "'',                12076,              true",
        "12076,             112076,             true",
        "_12076_,           112076,             false",
        "_12076_,           12076,              true",
        "_12076_,           65010 12076 8075,   true",
        "^12076_,           12076 8075,         true",
        "_8075$,            12076 8075,         true",
        "_8075$,            12076 8075 1,       false",
        "^12076(_12076)*$,  12076 12076 12076,  true",
        "^12076(_12076)*$,  12076 12077,        false",
        "_64600_,           '12076 {64600,64601}', true",
        "_64601_,           '12076 {64600,64601}', true",
        "^[0-9]+$,          12076,              true",
        "^[0-9]+$,          12076 8075,         false",
        "^[^1]+$,           22 33,              true",
        "^65(1|2)0$,        6520,               true",
        "^65(1|2)0$,        6530,               false",
        "^6551[2-9]$,       65515,              true",
        "^1.3$,             123,                true",
        "^12?3$,            13,                 true",
        "^12+3$,            13,                 false",
        "\\{,               {64600},            true",
        "^[-1]+$,           11,                 true",
        "^[1-]+$,           11,                 true",
        "(^|_)8075,         8075,               true",
    })
    void matchesAsRoutersDo(String expression, String path, boolean expected) {
        assertThat(AsPathRegex.compile(expression).matches(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "(1,    unclosed ( at character 3",
        "1),    unopened ) at character 2",
        "*1,    nothing to repeat by * at character 1",
        "1|+,   nothing to repeat by + at character 3",
        "[1,    unfinished expression at character 3",
        "[9-1], range 9-1 runs backwards at character 5",
        "1\\,   unfinished expression at character 3",
    })
    void saysWhatIsWrongAndWhere(String expression, String message) {
        assertThatThrownBy(() -> AsPathRegex.compile(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void longAndDeepExpressionsAreRefused() {
        assertThatThrownBy(() -> AsPathRegex.compile("1".repeat(1001))).hasMessageContaining("at most 1000");
        assertThatThrownBy(() -> AsPathRegex.compile("(".repeat(101) + ")".repeat(101)))
                .hasMessageContaining("nested brackets");
    }

    @Test
    void anExpressionThatTiresOtherMatchersIsAnswered() {
        AsPathRegex regex = AsPathRegex.compile("^((1*)*(1+)+)*2$");

        assertThat(regex.matches("1".repeat(5000))).isFalse();
        assertThat(regex.matches("1".repeat(5000) + "2")).isTrue();
    }

    @Test
    void equalTextsAreEqual() {
        assertThat(AsPathRegex.compile("^1$"))
                .isEqualTo(AsPathRegex.compile("^1$"))
                .isNotEqualTo(AsPathRegex.compile("^2$"));
    }

    @Property(tries = 500)
    void agreesWithAnotherMatcher(@ForAll("expressions") String expression, @ForAll("paths") String path) {
        String translated = expression.replace("_", "(?:^|$|[ ,{}()\\[\\]])");

        assertThat(AsPathRegex.compile(expression).matches(path))
                .isEqualTo(Pattern.compile(translated).matcher(path).find());
    }

    @Provide
    Arbitrary<String> expressions() {
        Arbitrary<String> atom = Arbitraries.of("1", "2", ".", "_", "^", "$", "[12]", "[^1]", " ");
        return Arbitraries.recursive(() -> atom, AsPathRegexTest::bigger, 0, 4);
    }

    private static Arbitrary<String> bigger(Arbitrary<String> smaller) {
        return Arbitraries.oneOf(
                Combinators.combine(smaller, smaller).as((a, b) -> a + b),
                Combinators.combine(smaller, smaller).as((a, b) -> "(" + a + "|" + b + ")"),
                Combinators.combine(smaller, Arbitraries.of("*", "+", "?")).as((a, times) -> "(" + a + ")" + times));
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.strings().withChars("12 ,{}").ofMaxLength(6);
    }
}

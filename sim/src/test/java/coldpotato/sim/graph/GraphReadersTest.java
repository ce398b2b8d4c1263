package coldpotato.sim.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphReadersTest {
    @Test
    void ordersPathsOfEqualRankByTheirNextHop() throws MalformedGraphException {
        StablePaths gadget = StablePaths.parse("origin 0\n1: 1-10-0=1-2-0 1-0 # comment\n2: 2-0\n10: 10-0\n");
        assertThat(gadget.permitted().get("1"))
                .containsExactly(hops("1", "2", "0"), hops("1", "10", "0"), hops("1", "0"));
    }

    @Test
    void readsBackAGadgetThatItWrote() throws MalformedGraphException {
        StablePaths gadget = StablePaths.parse(Gadgets.WEDGIE);
        assertThat(StablePaths.parse(gadget.toString())).isEqualTo(gadget);
        assertThat(gadget).hasToString(Gadgets.WEDGIE);
    }

    @Test
    void tellsOfAllMistakesOfAGadgetAtOnce() {
        assertThat(mistakes(() -> StablePaths.parse("origin 0\n1: 2-0\n\n1 2\n3: 3--0 3-3-0\n4: 4\n")))
                .containsExactly(
                        "2: path 2-0 does not begin at 1",
                        "4: say: NODE: PATH PATH ..., or: origin NODE",
                        "5: path 3--0 has a gap",
                        "6: path 4 does not begin at 4");
        assertThat(mistakes(() -> StablePaths.parse("origin 0\n1: 1-2-0 1-0\n2: 2-1\n")))
                .containsExactly("3: path 2-1 does not end at the origin 0");
    }

    @ParameterizedTest
    @CsvSource({
        "1: 1-0, no line says which node is the origin",
        "origin 0\\norigin 1, 2: there are two origins",
        "origin 0\\n0: 0-1-0, 2: path 0-1-0 goes round in a circle",
        "origin 0\\n1: 1-2-0, 2: node 2 of path 1-2-0 has no line",
        "origin 0\\n1: 1-0\\n1: 1-0, 3: node 1 is given twice",
    })
    void saysWhatIsWrongWithAGadget(String text, String mistake) {
        assertThat(mistakes(() -> StablePaths.parse(text.replace("\\n", "\n")))).containsExactly(mistake);
    }

    @ParameterizedTest
    @CsvSource({
        "igp A B, 1: say: igp ROUTER ROUTER COST",
        "igp A B 0, 1: 0 is not a whole number from 1 to 1000000",
        "igp A A 1, 1: A is joined to itself",
        "igp A B 1\\nigp B A 2, 2: there are two links between B and A",
        "client A, 1: say: client REFLECTOR CLIENT",
        "route e at A, 1: a route needs: at ROUTER as AS",
        "route e at A as 0, 1: AS 0 is not that of a neighbour",
        "route e at A as x, 1: x is no AS number",
        "route e at A as 10 metric 7, '1: metric is none of at, as, len, med, lp, id'",
        "ospf A B 1, '1: ospf is none of igp, ibgp, client, route, rid and cluster'",
        "rid A 7, 'A has a number, but neither a link, a session nor a route'",
        "igp A B 1\\nrid A 2, 'two routers have the same identifier: {A=2, B=2}'",
        "igp A B 1\\nroute A at B as 10, A is both a router and a route",
    })
    void saysWhatIsWrongWithAnInternalNetwork(String text, String mistake) {
        assertThat(mistakes(() -> InternalBgp.parse(text.replace("\\n", "\n")))).containsExactly(mistake);
    }

    @Test
    void readsAllThatARouteOfAnInternalNetworkSays() throws MalformedGraphException {
        InternalBgp network = InternalBgp.parse(
                "igp A B 4\nclient A B\nclient B A\nrid B 9\ncluster A 7\nroute e at B as 10 len 3 med 5 lp 200 id 4");
        assertThat(network.routers()).containsEntry("A", 1).containsEntry("B", 9);
        assertThat(network.clusters()).containsExactly(Map.entry("A", 7));
        assertThat(network.sessions()).singleElement().satisfies(session -> assertThat(session.clients())
                .containsExactlyInAnyOrder("A", "B"));
        assertThat(network.routes())
                .singleElement()
                .hasToString("ExternalRoute[name=e, at=B, asn=10, length=3, med=5, localPref=200, id=4]");
    }

    @ParameterizedTest
    @CsvSource({
        "1|2, '1: say: PROVIDER|CUSTOMER|-1, or: PEER|PEER|0'",
        "1|2|1, 1: 1 is neither -1 nor 0",
        "1|1|0, 1: AS 1 is joined to itself",
        "0|1|0, 1: 0 is no AS number",
        "1|2|0\\n2|1|-1, 2: 2 and 1 are joined twice",
    })
    void saysWhatIsWrongWithAnAsGraph(String text, String mistake) {
        assertThat(mistakes(() -> AsRelationships.parse(text.replace("\\n", "\n"))))
                .containsExactly(mistake);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "origin",
                        "igp",
                        "ibgp",
                        "client",
                        "route",
                        "rid",
                        "cluster",
                        "at",
                        "as",
                        "0",
                        "1",
                        "A",
                        "B",
                        "1-0",
                        "1:",
                        ":",
                        "-",
                        "=",
                        "|",
                        "1|2|0",
                        "1|2|-1",
                        " ",
                        " ",
                        "\n",
                        "\n",
                        "#",
                        "\t",
                        "999999999999",
                        "ü")
                .list()
                .ofMaxSize(40)
                .map(words -> String.join("", words));
    }

    /** A graph or all that is wrong with it, never anything else. */
    @Property(tries = 500)
    void anyTextIsAPlanOrMalformed(@ForAll("texts") String text) {
        assertPlanOrMalformed(() -> StablePaths.parse(text).plan());
        assertPlanOrMalformed(() -> InternalBgp.parse(text).plan());
        assertPlanOrMalformed(() -> AsRelationships.parse(text).plan());
    }

    private static void assertPlanOrMalformed(ThrowingCallable reading) {
        try {
            reading.call();
        } catch (MalformedGraphException malformed) {
            assertThat(malformed.mistakes()).isNotEmpty();
        } catch (Throwable other) {
            throw new AssertionError("neither a plan nor a mistake", other);
        }
    }

    private static List<String> mistakes(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(MalformedGraphException.class);
        return catchThrowableOfType(MalformedGraphException.class, reading).mistakes().stream()
                .map(GraphMistake::toString)
                .toList();
    }

    private static ImmutableList<String> hops(String... hops) {
        return ImmutableList.copyOf(hops);
    }
}

package coldpotato.sim.graph;

/** The classics, in our own words. */
final class Gadgets {
    /**
     * One stable state: 3 goes straight to the origin, and all others settle around it.
     *
     * <pre>
     *      1 --- 2
     *      | \ / |
     *      |  0  |
     *      | /   |
     *      3 --- 4
     * </pre>
     */
    static final String GOOD = """
            origin 0
            1: 1-3-0 1-0
            2: 2-1-0 2-0
            3: 3-0
            4: 4-3-0 4-2-0
            """;

    /** As GOOD, but 3 prefers the long way round: one stable state that some orders of events never reach. */
    static final String NAUGHTY = """
            origin 0
            1: 1-3-0 1-0
            2: 2-1-0 2-0
            3: 3-4-2-0 3-0
            4: 4-3-0 4-2-0
            """;

    /** As NAUGHTY, with the order at 4 turned round: whatever they do, one of them wants something else. */
    static final String BAD = """
            origin 0
            1: 1-3-0 1-0
            2: 2-1-0 2-0
            3: 3-4-2-0 3-0
            4: 4-2-0 4-3-0
            """;

    /** Three in a ring, each of whom prefers its neighbour's own way to its own. */
    static final String RING_OF_3 = """
            origin 0
            1: 1-2-0 1-0
            2: 2-3-0 2-0
            3: 3-1-0 3-0
            """;

    /** Each of two prefers the way through the other; one of them gets it. */
    static final String DISAGREE = """
            origin 0
            1: 1-2-0 1-0
            2: 2-1-0 2-0
            """;

    /**
     * RFC 4264: 1 buys from 4, and from 2 as a backup. 3 prefers its customer 2 to its peer 4.
     *
     * <pre>
     *      3 === 4
     *      |     |
     *      2 ... 1
     * </pre>
     */
    static final String WEDGIE = """
            origin 1
            2: 2-3-4-1 2-1
            3: 3-2-1 3-4-1
            4: 4-1 4-3-2-1
            """;

    /** RFC 3345, Type I: two clusters, and a MED that hides one of two exits from the one reflector that would like it. */
    static final String MED_CHURN = """
            client Ra Rb
            client Ra Rc
            client Rd Re
            ibgp Ra Rd
            igp Ra Rb 5
            igp Ra Rc 4
            igp Ra Rd 1
            igp Rd Re 12
            route fromTen at Rb as 10 med 10 len 2
            route fromSixC at Rc as 6 med 1 len 2
            route fromSixE at Re as 6 med 0 len 2
            """;

    /** Each client sits next to the reflector of the other: R1 - C2 - C1 - R2. */
    static final String REFLECTED_LOOP = """
            client R1 C1
            client R2 C2
            ibgp R1 R2
            igp R1 C2 1
            igp C2 C1 1
            igp C1 R2 1
            route e1 at R1 as 10
            route e2 at R2 as 20
            """;

    /** Hot potato: B is nearer to C than to A. */
    static final String NEAREST_EXIT = """
            ibgp A B
            ibgp A C
            ibgp B C
            igp A B 5
            igp B C 2
            igp A C 9
            route e1 at A as 10
            route e2 at C as 20
            """;

    private Gadgets() {}
}

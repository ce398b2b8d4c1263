package coldpotato.sim.flow;

import java.util.BitSet;

/**
 * Who sends, of flows that go one way. Senders that slow down and get nothing through, or no answer, only try now and then
 * whether that is over, ever more rarely (RFC 6298 section 5): their packets weigh nothing.
 *
 * @param flows how many go this way
 * @param sent of how many there are packets at all; there are no answers to what never arrived
 * @param full how many send all that they have to send, as far as there is room
 */
record Turnout(int flows, int sent, int full) {

    static Turnout of(BitSet flows, BitSet sent, BitSet full) {
        return new Turnout(flows.cardinality(), common(flows, sent), common(flows, full));
    }

    private static int common(BitSet some, BitSet others) {
        BitSet common = (BitSet) some.clone();
        common.and(others);
        return common.cardinality();
    }

    Turnout plus(Turnout other) {
        return new Turnout(flows + other.flows, sent + other.sent, full + other.full);
    }
}

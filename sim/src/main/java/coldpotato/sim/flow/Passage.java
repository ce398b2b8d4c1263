package coldpotato.sim.flow;

import coldpotato.core.net.FlowKey;
import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;

/**
 * A packet's walk, with what is its own of it: the middleboxes as it met them, and what it looked like in the end.
 *
 * @param walk the way, which packets of other flows may share
 * @param crossings of middleboxes, in order
 * @param arrived its key as the last node saw it
 */
record Passage(Walk walk, ImmutableList<Crossing> crossings, FlowKey arrived) {

    /** The crossings at which it opens a flow. */
    Stream<Crossing> opened() {
        return crossings.stream().filter(Crossing::opens);
    }

    boolean opensAnywhere() {
        return opened().findAny().isPresent();
    }

    /**
     * A middlebox that it crossed.
     *
     * @param middlebox its name
     * @param before its key on arrival there
     * @param after its key on leaving
     * @param inLink the link it came by, empty if it starts there
     * @param opens true if it opens a flow there
     */
    record Crossing(String middlebox, FlowKey before, FlowKey after, String inLink, boolean opens) {}
}

package coldpotato.sim.flow;

import coldpotato.core.net.FlowKey;
import com.google.common.collect.ImmutableList;

/**
 * A packet's trail, with what is its own of it: the middleboxes at which it opens a flow, and what it looked like in the end.
 *
 * @param trail which packets of other flows may share
 * @param opened the crossings of middleboxes at which it opens a flow, in order
 * @param arrived its key as the last node saw it
 */
record Passage(Trail trail, ImmutableList<Crossing> opened, FlowKey arrived) {

    Walk walk() {
        return trail.walk();
    }

    /**
     * A middlebox at which it opens a flow.
     *
     * @param middlebox its name
     * @param before its key on arrival there
     * @param after its key on leaving
     * @param inLink the link it came by, empty if it starts there
     */
    record Crossing(String middlebox, FlowKey before, FlowKey after, String inLink) {}
}

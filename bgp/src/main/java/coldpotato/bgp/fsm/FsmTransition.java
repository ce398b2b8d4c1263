package coldpotato.bgp.fsm;

import com.google.common.collect.ImmutableList;

/**
 * The outcome of one step.
 *
 * @param next the state from now on
 * @param actions what the host has to do, in this order
 */
public record FsmTransition(FsmState next, ImmutableList<FsmAction> actions) {
    static FsmTransition to(FsmState next, FsmAction... actions) {
        return new FsmTransition(next, ImmutableList.copyOf(actions));
    }
}

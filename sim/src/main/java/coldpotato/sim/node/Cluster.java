package coldpotato.sim.node;

import coldpotato.core.net.ClusterTerms;
import coldpotato.core.net.FlowKey;
import coldpotato.core.net.IpAddress;
import coldpotato.core.time.Luck;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The units that do the work of one group of middleboxes, and what each of them knows. In an active-active cluster a flow
 * has a unit by highest random weight over its addresses and ports, the same in both directions, as behind a load balancer: a
 * unit that goes moves its own flows only. Flows that a unit knows stay with it, unless units take their work back.
 */
public final class Cluster {
    private final ClusterTerms terms;
    private final ImmutableList<Unit> units;
    private final List<Middlebox> users = new ArrayList<>();
    private int active;

    private static final class Unit {
        final FlowStates states;
        boolean up = true;
        /** Flows are sent to it, be it in vain. */
        boolean serves = true;
        /** How often it has failed. */
        int failures;

        Unit(FlowStates states) {
            this.states = states;
        }
    }

    Cluster(ClusterTerms terms) {
        this.terms = terms;
        FlowStates shared = new FlowStates();
        units = IntStream.range(0, terms.units())
                .mapToObj(unit -> new Unit(terms.sharesState() ? shared : new FlowStates()))
                .collect(ImmutableList.toImmutableList());
    }

    public ClusterTerms terms() {
        return terms;
    }

    /** What the unit knows that does the work, or the first of those that do. */
    FlowStates states() {
        return units.get(active() - 1).states;
    }

    /** What the unit knows that has to do with this flow; empty while nobody does its work. */
    Optional<FlowStates> serving(FlowKey key) {
        return unit(key).filter(unit -> unit.up).map(unit -> unit.states);
    }

    private Optional<Unit> unit(FlowKey key) {
        if (terms.mode() == ClusterTerms.Mode.ACTIVE_PASSIVE) {
            return Optional.of(units.get(active));
        }
        Optional<Unit> knows = terms.preempts() || terms.sharesState()
                ? Optional.empty()
                : units.stream()
                        .filter(unit -> unit.up && unit.states.passes(key))
                        .findFirst();
        return knows.or(() -> weightiest(key));
    }

    private Optional<Unit> weightiest(FlowKey key) {
        Unit best = null;
        long bestScore = 0;
        for (int i = 0; i < units.size(); i++) {
            long score = new Luck(new Luck(i).bits(key.protocol().number()))
                    .bits(bits(key.source(), key.sourcePort()) + bits(key.destination(), key.destinationPort()));
            if (units.get(i).serves && (best == null || Long.compareUnsigned(score, bestScore) > 0)) {
                best = units.get(i);
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static long bits(IpAddress address, int port) {
        return new Luck(new Luck(address.high()).bits(address.low())).bits(port);
    }

    /** The number of the unit that does the work, or the first of those that do, counted from 1. */
    public int active() {
        return terms.mode() == ClusterTerms.Mode.ACTIVE_PASSIVE ? active + 1 : firstUp() + 1;
    }

    private int firstUp() {
        return IntStream.range(0, units.size())
                .filter(unit -> units.get(unit).up)
                .findFirst()
                .orElse(0);
    }

    /**
     * A unit, counted from 1, dies, and what it alone knows with it.
     *
     * @return the number of this failure of the unit
     */
    int fail(int number) {
        Unit unit = units.get(number - 1);
        unit.up = false;
        if (!terms.sharesState() || units.stream().noneMatch(other -> other.up)) {
            unit.states.clear();
        }
        return ++unit.failures;
    }

    /** True if a unit, counted from 1, has not been back since a failure. */
    boolean isDownSince(int number, int failure) {
        Unit unit = units.get(number - 1);
        return !unit.up && unit.failures == failure;
    }

    /** True if there is work of a unit, counted from 1, that others could do. */
    boolean hasWork(int number) {
        return terms.mode() == ClusterTerms.Mode.ACTIVE_ACTIVE ? units.get(number - 1).serves : active == number - 1;
    }

    /** Units that are up, or the next that is back, do the work of one, counted from 1, that is not. */
    void takeOver(int number) {
        units.get(number - 1).serves = false;
        electWhereNobodyServes();
    }

    /** A unit, counted from 1, is back. */
    void restore(int number) {
        Unit unit = units.get(number - 1);
        unit.up = true;
        unit.serves = true;
        if (terms.preempts() && number - 1 < active) {
            active = number - 1;
        }
        electWhereNobodyServes();
    }

    private void electWhereNobodyServes() {
        if (!units.get(active).serves && units.stream().anyMatch(unit -> unit.up)) {
            active = firstUp();
        }
    }

    boolean isUp(int number) {
        return units.get(number - 1).up;
    }

    /** All its units forget every flow. */
    void clear() {
        units.forEach(unit -> unit.states.clear());
    }

    /** Forgets a flow, by the key that its packets have before translation. */
    void forget(FlowKey key) {
        units.forEach(unit -> unit.states.forget(key));
    }

    /** One more middlebox uses it. */
    void use(Middlebox user) {
        users.add(user);
    }

    boolean isUsedBy(Middlebox user) {
        return users.contains(user);
    }

    /** One middlebox less uses it; true if none is left. */
    boolean leave(Middlebox user) {
        users.remove(user);
        lostPower();
        return users.isEmpty();
    }

    /** One that uses it lost its power or went: if no other has power, all is forgotten. */
    void lostPower() {
        if (users.stream().noneMatch(Middlebox::hasPower)) {
            clear();
        }
    }
}

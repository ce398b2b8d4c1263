package coldpotato.sim.plan;

import coldpotato.sim.net.Capacity;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts a {@link LinkPlan} together; each method sets the component of the same name. */
public final class LinkPlanBuilder {
    private final String name;
    private final LinkPlan.End a;
    private final LinkPlan.End b;
    private final Supplier<Provenance> provenance;
    private long delayNanos;
    private boolean carrierSeen = true;
    private Optional<Capacity> capacity = Optional.empty();
    private boolean open = true;
    private Optional<LinkPlan.Carriage> carriage = Optional.empty();
    private Optional<ImmutableSet<Integer>> keptMarks = Optional.empty();

    LinkPlanBuilder(String name, LinkPlan.End a, LinkPlan.End b, Supplier<Provenance> provenance) {
        this.name = name;
        this.a = a;
        this.b = b;
        this.provenance = provenance;
    }

    LinkPlanBuilder(LinkPlan from) {
        this(from.name(), from.a(), from.b(), from::provenance);
        delayNanos = from.delayNanos();
        carrierSeen = from.carrierSeen();
        capacity = from.capacity();
        open = from.open();
        carriage = from.carriage();
        keptMarks = from.keptMarks();
    }

    public LinkPlanBuilder delayNanos(long value) {
        delayNanos = value;
        return this;
    }

    public LinkPlanBuilder carrierSeen(boolean value) {
        carrierSeen = value;
        return this;
    }

    public LinkPlanBuilder capacity(Optional<Capacity> value) {
        capacity = value;
        return this;
    }

    public LinkPlanBuilder open(boolean value) {
        open = value;
        return this;
    }

    public LinkPlanBuilder carriage(Optional<LinkPlan.Carriage> value) {
        carriage = value;
        return this;
    }

    public LinkPlanBuilder keptMarks(Optional<ImmutableSet<Integer>> value) {
        keptMarks = value;
        return this;
    }

    public LinkPlan build() {
        return new LinkPlan(name, a, b, delayNanos, carrierSeen, capacity, open, carriage, keptMarks, provenance.get());
    }
}

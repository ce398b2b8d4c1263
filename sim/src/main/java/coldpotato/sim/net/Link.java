package coldpotato.sim.net;

import static com.google.common.base.Preconditions.checkArgument;

import coldpotato.core.time.Luck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A layer-3 segment between two nodes, at run time: what it does to frames in each direction, and the faults that are on
 * it now. A frame's fate is decided when it is sent: what is on the wire when a fault sets in still arrives.
 */
public final class Link {
    /** What {@link #cross} says of a frame that vanishes. */
    public static final long LOST = -1;

    private final String name;
    private final String nodeA;
    private final String nodeB;
    private final boolean carrierSeen;
    private final CarrierDelay carrierDelay;
    private final Map<String, LinkFault> faults = new LinkedHashMap<>();
    private final List<LinkListener> listeners = new ArrayList<>();
    private final Lane aToB;
    private final Lane bToA;
    private long baseDelayNanos;
    private int vlanA;
    private int vlanB;
    private Optional<Capacity> capacity = Optional.empty();
    private boolean light = true;

    /**
     * A link without faults and without VLAN tags.
     *
     * @param delayNanos one way
     * @param carrierSeen true if each end notices when the light goes out
     * @param seed of the run
     */
    public Link(String name, String nodeA, String nodeB, long delayNanos, boolean carrierSeen, long seed) {
        this(name, nodeA, nodeB, delayNanos, carrierSeen, CarrierDelay.PORT, seed);
    }

    /**
     * A link without faults and without VLAN tags.
     *
     * @param delayNanos one way
     * @param carrierSeen true if each end notices when the light goes out
     * @param carrierDelay how long that takes
     * @param seed of the run
     */
    public Link(
            String name,
            String nodeA,
            String nodeB,
            long delayNanos,
            boolean carrierSeen,
            CarrierDelay carrierDelay,
            long seed) {
        this.name = name;
        this.nodeA = nodeA;
        this.nodeB = nodeB;
        this.carrierSeen = carrierSeen;
        this.carrierDelay = carrierDelay;
        this.baseDelayNanos = delayNanos;
        aToB = new Lane(Luck.of(seed, name, "loss from a to b"));
        bToA = new Lane(Luck.of(seed, name, "loss from b to a"));
        assess();
    }

    public String name() {
        return name;
    }

    public String nodeA() {
        return nodeA;
    }

    public String nodeB() {
        return nodeB;
    }

    public boolean carrierSeen() {
        return carrierSeen;
    }

    /** How long an end takes to notice what becomes of the light. */
    public CarrierDelay carrierDelay() {
        return carrierDelay;
    }

    /** The node at the other end. */
    public String otherEnd(String node) {
        return directionFrom(node) == Direction.A_TO_B ? nodeB : nodeA;
    }

    /** The node at which frames of this direction arrive. */
    public String end(Direction direction) {
        return direction == Direction.A_TO_B ? nodeB : nodeA;
    }

    /** The direction of frames that this node sends. */
    public Direction directionFrom(String node) {
        checkArgument(node.equals(nodeA) || node.equals(nodeB), "%s is not at %s", node, name);
        return node.equals(nodeA) ? Direction.A_TO_B : Direction.B_TO_A;
    }

    /** True if no frame is lost in this direction. */
    public boolean deliversAll(Direction direction) {
        return lane(direction).lossFraction == 0;
    }

    /** The fraction of frames that are lost in this direction: 0 if it is well, 1 if it is dead. */
    public double lossFraction(Direction direction) {
        return lane(direction).lossFraction;
    }

    /** How long a frame takes in this direction now. */
    public long delayNanos(Direction direction) {
        return lane(direction).delayNanos;
    }

    /** False if the light is out, whether anybody sees that or not. */
    public boolean hasLight() {
        return light;
    }

    /**
     * Sends one frame.
     *
     * @return how long it takes, or {@link #LOST}
     */
    public long cross(Direction direction) {
        Lane lane = lane(direction);
        return lane.loses() ? LOST : lane.delayNanos;
    }

    /** Puts a fault on the link, under a name by which it is taken off again; replaces one of the same name. */
    public void fail(String fault, LinkFault what) {
        faults.put(fault, what);
        changed();
    }

    /** Takes a fault off the link; the others stay. Does nothing if it is not on it. */
    public void repair(String fault) {
        if (faults.remove(fault) != null) {
            changed();
        }
    }

    /** True if the fault of this name is on it. */
    public boolean isUnder(String fault) {
        return faults.containsKey(fault);
    }

    /** Sets the 802.1Q tags of both ends, 0 for none. Nothing passes while they differ, and nobody is told. */
    public void tag(int newVlanA, int newVlanB) {
        vlanA = newVlanA;
        vlanB = newVlanB;
        changed();
    }

    /** How much it carries in each direction; empty for as much as anybody sends. Frames of BGP and BFD always fit. */
    public Optional<Capacity> capacity() {
        return capacity;
    }

    /** Gives it another capacity. */
    public void capacity(Optional<Capacity> changed) {
        if (!capacity.equals(changed)) {
            capacity = changed;
            tell();
        }
    }

    /** Sets the delay that the link has without faults. */
    public void baseDelay(long delayNanos) {
        baseDelayNanos = delayNanos;
        changed();
    }

    public void addListener(LinkListener listener) {
        listeners.add(listener);
    }

    public void removeListener(LinkListener listener) {
        listeners.remove(listener);
    }

    private void changed() {
        if (assess()) {
            tell();
        }
    }

    private void tell() {
        for (LinkListener listener : List.copyOf(listeners)) {
            listener.linkChanged(this);
        }
    }

    /** Works out what becomes of frames; true if that is anything new. */
    private boolean assess() {
        boolean lightBefore = light;
        light = faults.values().stream().noneMatch(LinkFault::dark);
        boolean dead = vlanA != vlanB || (carrierSeen && !light);
        boolean changedAToB = assess(Direction.A_TO_B, dead);
        boolean changedBToA = assess(Direction.B_TO_A, dead);
        return light != lightBefore || changedAToB || changedBToA;
    }

    private boolean assess(Direction direction, boolean dead) {
        double passing = dead ? 0 : 1;
        long delay = baseDelayNanos;
        for (LinkFault fault : faults.values()) {
            if (fault.hits(direction)) {
                passing *= 1 - fault.lossFraction();
                delay += fault.delayNanos();
            }
        }
        return lane(direction).become(1 - passing, delay);
    }

    private Lane lane(Direction direction) {
        return direction == Direction.A_TO_B ? aToB : bToA;
    }

    @Override
    public String toString() {
        return name;
    }

    /** One direction. Only frames that could be lost are counted, so that a frame more or less on a good day changes nothing. */
    private static final class Lane {
        final Luck luck;
        long framesAtRisk;
        double lossFraction;
        long delayNanos;

        Lane(Luck luck) {
            this.luck = luck;
        }

        /** True if that is anything new. */
        boolean become(double newLossFraction, long newDelayNanos) {
            boolean news = newLossFraction != lossFraction || newDelayNanos != delayNanos;
            lossFraction = newLossFraction;
            delayNanos = newDelayNanos;
            return news;
        }

        boolean loses() {
            return lossFraction > 0 && (lossFraction == 1 || luck.happens(lossFraction, framesAtRisk++));
        }
    }
}

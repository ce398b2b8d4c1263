package coldpotato.sim.engine;

/** Something that happens at a node at an instant of virtual time. */
@FunctionalInterface
public interface Event {
    /** @param nowNanos the instant for which it was scheduled */
    void happen(long nowNanos);
}

package coldpotato.sim.net;

/** Is told at once when a link begins to treat frames in another way; must not change the link itself. */
@FunctionalInterface
public interface LinkListener {
    void linkChanged(Link link);
}

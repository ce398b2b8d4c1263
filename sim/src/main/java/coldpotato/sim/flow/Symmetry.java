package coldpotato.sim.flow;

/** How the two directions of a flow go together at an instant. */
public enum Symmetry {
    /** It comes back the way it goes, or neither direction arrives, so that there are no two ways. */
    SYMMETRIC("symmetric"),
    /** It comes back another way, and both directions arrive. */
    HARMLESS("asymmetric but harmless"),
    /** It comes back another way, and one of the directions does not arrive. */
    DROPPED("asymmetric and dropped");

    private final String text;

    Symmetry(String text) {
        this.text = text;
    }

    /** In words. */
    public String text() {
        return text;
    }
}

package coldpotato.sim.net;

/** One of the two directions of a link. */
public enum Direction {
    A_TO_B,
    B_TO_A;

    public Direction opposite() {
        return this == A_TO_B ? B_TO_A : A_TO_B;
    }
}

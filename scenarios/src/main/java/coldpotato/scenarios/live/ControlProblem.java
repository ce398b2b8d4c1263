package coldpotato.scenarios.live;

/** The control socket cannot be had, or whoever is at its other end does not keep to the protocol. One line that says what to do. */
public final class ControlProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    ControlProblem(String line) {
        super(line);
    }

    ControlProblem(String line, Throwable cause) {
        super(line, cause);
    }
}

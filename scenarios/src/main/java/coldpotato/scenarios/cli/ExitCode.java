package coldpotato.scenarios.cli;

/** What the process tells its caller. Scripts depend on these numbers: they never change. */
public final class ExitCode {
    /** Every expectation holds, or the question was answered. */
    public static final int HOLDS = 0;
    /** At least one expectation failed. */
    public static final int FAILED = 1;
    /** The command line or a file is wrong; nothing was run. */
    public static final int BAD_INPUT = 2;
    /** The network did not converge and nobody expected that. */
    public static final int DID_NOT_CONVERGE = 4;
    /** A mistake in coldpotato itself. */
    public static final int INTERNAL_ERROR = 70;

    private ExitCode() {}
}

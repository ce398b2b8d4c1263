package coldpotato.scenarios.cli;

import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {
    static final String VERBOSE = "--verbose";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-v", VERBOSE},
            description = "Say more; with an internal error, the stack trace.")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }
}

package coldpotato.scenarios.cli;

import coldpotato.bgp.netty.SocketProblem;
import coldpotato.core.azure.grounds.Catalogue;
import coldpotato.scenarios.live.ControlProblem;
import coldpotato.scenarios.report.Style;
import coldpotato.scenarios.report.Unanswerable;
import com.google.common.collect.ImmutableList;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code coldpotato} command. A subcommand is a class of this package that implements {@code Callable<Integer>},
 * returns one of {@link ExitCode}, writes to {@code spec.commandLine().getOut()} and stands in the list of subcommands
 * below. Input that cannot be read may leave it as an {@link IOException}: it becomes one message and exit code 2.
 * Output is UTF-8 with bare line feeds, whatever the machine's locale.
 */
@Command(
        name = "coldpotato",
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            AssumptionsCommand.class,
            ShowCommand.class,
            ExplainCommand.class,
            AdviseCommand.class,
            LiveCommand.class,
            CtlCommand.class,
            SpeakerCommand.class,
            ArchiveCommand.class
        },
        header = {
            "Rehearses the night an ExpressRoute link fails.",
            "",
            "  coldpotato run scenarios/catalog/01-*.yaml",
            "",
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 all expectations hold, 1 some failed, 2 bad input, 4 did not converge, 70 internal error."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Coldpotato.Version.class)
public final class Coldpotato implements Runnable {

    /** The version of the jar, which is that of the build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Coldpotato.class.getPackage().getImplementationVersion();
            return new String[] {"coldpotato " + (version == null ? "(not built into a jar)" : version)};
        }
    }

    private static final int USAGE_WIDTH = 120;

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    private Coldpotato(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(execute(Terminal.of(utf8(FileDescriptor.out), utf8(FileDescriptor.err)), args));
    }

    /** Runs one command line; returns its {@link ExitCode}. */
    static int execute(Terminal terminal, String... args) {
        int exitCode = executed(terminal, args);
        if (terminal.out().checkError()) {
            terminal.err().print("coldpotato: not all of the output could be written\n");
            exitCode = exitCode == ExitCode.HOLDS ? ExitCode.BAD_INPUT : exitCode;
        }
        terminal.err().flush();
        return exitCode;
    }

    private static int executed(Terminal terminal, String... args) {
        try {
            return commandLine(terminal).execute(args);
        } catch (Error error) {
            return failed(
                    terminal.err(),
                    new IllegalStateException(error),
                    Arrays.asList(args).contains(CommonOptions.VERBOSE));
        }
    }

    private static CommandLine commandLine(Terminal terminal) {
        CommandLine commandLine = new CommandLine(new Coldpotato(terminal));
        return commandLine
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(Help.defaultColorScheme(terminal.style() == Style.ANSI ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(USAGE_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((exception, args) -> misused(exception))
                .setExecutionExceptionHandler((exception, at, parsed) ->
                        failed(terminal.err(), exception, at.getParseResult().hasMatchedOption(CommonOptions.VERBOSE)));
    }

    /** One message; whoever called for nothing at all sees what there is. */
    private static int misused(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.print(message(exception) + "\n");
        boolean hinted = UnmatchedArgumentException.printSuggestions(exception, err) || printNearest(exception, err);
        if (command.getParent() == null && !hinted) {
            command.usage(err);
        } else {
            err.print("See " + command.getCommandSpec().qualifiedName() + " --help\n");
        }
        return ExitCode.BAD_INPUT;
    }

    /** Names the command that somebody may have meant who mixed its letters up. */
    private static boolean printNearest(ParameterException exception, PrintWriter err) {
        if (!(exception instanceof UnmatchedArgumentException unmatched)) {
            return false;
        }
        CommandLine command = exception.getCommandLine();
        ImmutableList<String> near = Catalogue.suggest(
                unmatched.getUnmatched().get(0), command.getSubcommands().keySet());
        near.stream()
                .limit(1)
                .forEach(name -> err.print("Did you mean: "
                        + command.getSubcommands().get(name).getCommandSpec().qualifiedName() + "?\n"));
        return !near.isEmpty();
    }

    /** What is wrong, in our words. */
    private static String message(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return "There is nothing to do with " + String.join(" ", unmatched.getUnmatched());
        }
        List<String> unknown = exception.getCommandLine().getUnmatchedArguments();
        if (exception instanceof MissingParameterException && !unknown.isEmpty()) {
            return "Unknown option: " + unknown.get(0);
        }
        return exception.getMessage();
    }

    Terminal terminal() {
        return terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** Turns what went wrong into a message and an exit code. */
    static int failed(PrintWriter err, Exception exception, boolean verbose) {
        if (exception instanceof BadInput bad) {
            bad.lines().forEach(line -> err.print(line + "\n"));
            return ExitCode.BAD_INPUT;
        }
        if (exception instanceof Unanswerable
                || exception instanceof ControlProblem
                || exception instanceof SocketProblem) {
            err.print("coldpotato: " + exception.getMessage() + "\n");
            return ExitCode.BAD_INPUT;
        }
        if (exception instanceof IOException io) {
            return unreadable(err, io);
        }
        if (exception instanceof UncheckedIOException unchecked) {
            return unreadable(err, unchecked.getCause());
        }
        return internalError(err, exception, verbose);
    }

    private static int unreadable(PrintWriter err, IOException exception) {
        err.println("coldpotato: " + reason(exception));
        return ExitCode.BAD_INPUT;
    }

    private static String reason(IOException exception) {
        if (exception instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file";
        }
        if (exception instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (exception instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return exception.getMessage();
    }

    private static int internalError(PrintWriter err, Throwable mistake, boolean verbose) {
        boolean told = mistake instanceof InternalMistake;
        err.print("coldpotato: internal error: " + (told ? mistake.getMessage() : mistake) + "\n");
        err.print(
                "This is a mistake in coldpotato. Please report it with this message, the scenario file, the command and"
                        + " the output of coldpotato --version.\n");
        if (verbose) {
            mistake.printStackTrace(err);
        } else {
            err.print("The option --verbose adds where in the program it happened.\n");
        }
        return ExitCode.INTERNAL_ERROR;
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
    }
}

package coldpotato.scenarios.cli;

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
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code coldpotato} command. A subcommand is a class of this package that implements {@code Callable<Integer>},
 * returns one of {@link ExitCode}, writes to {@code spec.commandLine().getOut()} and stands in the list of subcommands
 * below. Input that cannot be read may leave it as an {@link IOException}: it becomes one message and exit code 2.
 * Output is UTF-8 with bare line feeds, whatever the machine's locale.
 */
@Command(
        name = "coldpotato",
        subcommands = {},
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

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(execute(utf8(FileDescriptor.out), utf8(FileDescriptor.err), args));
    }

    /** Runs one command line; returns its {@link ExitCode}. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        try {
            return commandLine(out, err).execute(args);
        } catch (Error error) {
            return internalError(err, error);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new Coldpotato());
        return commandLine
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, at, parsed) -> failed(err, exception));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    private static int failed(PrintWriter err, Exception exception) {
        if (exception instanceof IOException io) {
            return unreadable(err, io);
        }
        if (exception instanceof UncheckedIOException unchecked) {
            return unreadable(err, unchecked.getCause());
        }
        return internalError(err, exception);
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

    private static int internalError(PrintWriter err, Throwable mistake) {
        err.println("coldpotato: internal error; please report it with the file and the command that led here");
        mistake.printStackTrace(err);
        return ExitCode.INTERNAL_ERROR;
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
    }
}

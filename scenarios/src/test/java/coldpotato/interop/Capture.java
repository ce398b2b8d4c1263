package coldpotato.interop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What goes over an interface of a namespace, recorded by {@code dumpcap} and dissected by {@code tshark}. */
final class Capture {
    private final Foreground dumpcap;
    private final Path file;

    private Capture(Foreground dumpcap, Path file) {
        this.dumpcap = dumpcap;
        this.file = file;
    }

    static Capture start(Lab lab, Namespace namespace, String device) {
        Path file = lab.folder().resolve(device + ".pcapng");
        Foreground dumpcap = lab.start(namespace, "dumpcap.log", "dumpcap", "-q", "-i", device, "-w", file.toString());
        Patience.until("dumpcap records", () -> Files.exists(file), dumpcap::log);
        return new Capture(dumpcap, file);
    }

    /** Ends the recording, so that all of it is in the file. */
    void stop() {
        dumpcap.close();
    }

    /** Until such a packet is recorded. The file may end in the middle of a packet meanwhile, which tshark reports. */
    void await(String filter) {
        Patience.until(
                "recorded: " + filter,
                () -> tshark(filter, "frame.number").attempt().text().lines().anyMatch(line -> line.matches("\\d+")),
                dumpcap::log);
    }

    /** One line for each packet that passes the display filter: the values of the fields, separated by tabs. */
    List<String> packets(String filter, String... fields) {
        return tshark(filter, fields)
                .run()
                .lines()
                .filter(line -> !line.startsWith("Running as user"))
                .toList();
    }

    private Command tshark(String filter, String... fields) {
        Command tshark = Command.of("tshark", "-n", "-r", file.toString(), "-Y", filter, "-T", "fields");
        for (String field : fields) {
            tshark = tshark.and("-e", field);
        }
        return tshark;
    }
}

package coldpotato.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The file of a speaker that is one of Microsoft's edge routers. */
record MseeFile(String routerId, List<String> listen, List<String> top, List<String> peers, List<String> originate) {
    static final String AZURE = "{prefix: 10.20.0.0/16, communities: [12076:20001, 12076:50002]}";

    MseeFile listening(EdgeSession session) {
        return peer(session, "passive: on");
    }

    static MseeFile of(EdgeSession... sessions) {
        MseeFile file = new MseeFile(
                Circuit.PRIMARY.remote(),
                List.of(),
                List.of("hold-time: 9s", "connect-retry: 2s"),
                List.of(),
                List.of());
        for (EdgeSession session : sessions) {
            file = file.peer(session);
        }
        return file;
    }

    /** The other end of a session, with further keys such as {@code bfd: on}. */
    MseeFile peer(EdgeSession session, String... keys) {
        return peer(session, Circuit.CUSTOMER, keys);
    }

    MseeFile peer(EdgeSession session, long asn, String... keys) {
        List<String> all = new ArrayList<>(List.of(
                "name: " + session.name(),
                "address: '" + session.local() + "'",
                "local-address: '" + session.remote() + "'",
                "asn: " + asn,
                "import: all",
                "export: all"));
        all.addAll(List.of(keys));
        String place = session.isIpv6() ? "'[" + session.remote() + "]:179'" : session.remote() + ":179";
        String peer = "{" + String.join(", ", all) + "}";
        return new MseeFile(routerId, with(listen, place), top, with(peers, peer), originate);
    }

    /** The sessions with the gateway behind it. */
    MseeFile gateway() {
        return peer(Circuit.FROM_GATEWAY, Circuit.GATEWAY).peer(Circuit.FROM_GATEWAY6, Circuit.GATEWAY);
    }

    /** A key of the file itself; it replaces one of its name. */
    MseeFile set(String key, String value) {
        List<String> kept = new ArrayList<>(
                top.stream().filter(line -> !line.startsWith(key + ":")).toList());
        return new MseeFile(routerId, listen, with(kept, key + ": " + value), peers, originate);
    }

    MseeFile announcing(String... entries) {
        List<String> all = Stream.concat(originate.stream(), Stream.of(entries)).toList();
        return new MseeFile(routerId, listen, top, peers, all);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("name: ").append(routerId).append('\n');
        text.append("asn: ").append(Circuit.MICROSOFT).append('\n');
        text.append("router-id: ").append(routerId).append('\n');
        text.append("listen: [").append(String.join(", ", listen)).append("]\n");
        top.forEach(line -> text.append(line).append('\n'));
        section(text, "peers", peers);
        section(text, "originate", originate);
        return text.toString();
    }

    private static void section(StringBuilder text, String name, List<String> entries) {
        if (!entries.isEmpty()) {
            text.append(name).append(":\n");
            entries.forEach(entry -> text.append("  - ").append(entry).append('\n'));
        }
    }

    private static List<String> with(List<String> list, String more) {
        return Stream.concat(list.stream(), Stream.of(more)).distinct().toList();
    }
}

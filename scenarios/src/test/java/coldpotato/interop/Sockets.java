package coldpotato.interop;

import java.util.List;

/** The TCP connections of a namespace between two routers, as the kernel has them. */
record Sockets(Namespace namespace) {
    private static final int BGP = 179;

    /** Waits until there are so many in this state, as {@code ss} calls it. */
    void await(String state, int count) {
        Patience.until(count + " connections are " + state, () -> lines(state).size() == count, () -> namespace
                .inside("ss", "-tan")
                .run());
    }

    /** How many there are whose other end than port 179 is at this address. */
    long dialedBy(String address) {
        return lines("ESTAB").stream()
                .map(line -> line.split("\\s+"))
                .filter(words -> dialer(words[3], words[4]).equals(address))
                .count();
    }

    private static String dialer(String local, String remote) {
        String dialer = local.endsWith(":" + BGP) ? remote : local;
        return dialer.replaceAll(":\\d+$", "").replaceAll("[\\[\\]]", "");
    }

    private List<String> lines(String state) {
        return namespace
                .inside("ss", "-tan")
                .run()
                .lines()
                .filter(line -> line.startsWith(state) && line.contains(":" + BGP))
                .toList();
    }
}

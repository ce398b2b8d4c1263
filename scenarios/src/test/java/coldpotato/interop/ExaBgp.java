package coldpotato.interop;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** ExaBGP, which says whatever it is told to: a source of attributes that no router sends. */
final class ExaBgp {
    private ExaBgp() {}

    /**
     * Starts it in the foreground; it dials.
     *
     * @param routes as {@code 10.2.0.0/16 attribute [ 0x63 0xC0 0x01020304 ]}: code, flags and value
     */
    static Foreground start(Lab lab, Namespace namespace, EdgeSession session, List<String> routes) {
        Path config = lab.write("exabgp/exabgp.conf", config(session, routes));
        return lab.start(
                namespace,
                "exabgp.log",
                "env",
                "exabgp.daemon.daemonize=false",
                "exabgp.daemon.user=root",
                "exabgp.api.cli=false",
                "exabgp.tcp.bind=",
                "/usr/sbin/exabgp",
                config.toString());
    }

    private static String config(EdgeSession session, List<String> routes) {
        String announced = routes.stream()
                .map(route -> route.replaceFirst("$|(?= attribute)", " next-hop " + session.local()))
                .map(route -> "    route " + route + ";\n")
                .collect(Collectors.joining());
        return """
                neighbor %s {
                  router-id %s;
                  local-address %s;
                  local-as %d;
                  peer-as %d;
                  hold-time %d;
                  family { ipv4 unicast; }
                  static {
                %s  }
                }
                """.formatted(
                        session.remote(),
                        session.local(),
                        session.local(),
                        Circuit.CUSTOMER,
                        session.remoteAs(),
                        session.holdSeconds(),
                        announced);
    }
}

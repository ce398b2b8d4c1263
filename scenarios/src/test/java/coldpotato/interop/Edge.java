package coldpotato.interop;

import java.util.List;

/** The customer's edge router: what it is, whom it talks to and what it announces. */
record Edge(long asn, String routerId, List<EdgeSession> sessions, List<OwnRoute> routes) {
    List<OwnRoute> ipv4() {
        return routes.stream().filter(route -> !route.isIpv6()).toList();
    }

    List<OwnRoute> ipv6() {
        return routes.stream().filter(OwnRoute::isIpv6).toList();
    }

    boolean usesBfd() {
        return sessions.stream().anyMatch(EdgeSession::bfd);
    }
}

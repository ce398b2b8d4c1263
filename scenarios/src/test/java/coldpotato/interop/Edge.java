package coldpotato.interop;

import java.util.List;

/** The customer's edge router: what it is, whom it talks to and what it announces. */
record Edge(long asn, String routerId, List<EdgeSession> sessions, List<OwnRoute> routes) {
    Edge ofAs(long number) {
        return new Edge(number, routerId, sessions, routes);
    }

    Edge announcing(List<OwnRoute> own) {
        return new Edge(asn, routerId, sessions, own);
    }

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

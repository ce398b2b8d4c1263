package coldpotato.bgp.rib;

import coldpotato.core.net.IpAddress;
import java.util.Comparator;

/** The usual stages that prefer some candidates to others; {@link MedStage} is another. */
public enum Preference implements DecisionStage {
    /** A route tag of this router alone; not of the RFC. */
    WEIGHT("highest weight") {
        @Override
        public void eliminate(Contest contest) {
            contest.keepLowest(path -> -path.weight());
        }
    },
    /** RFC 4271 section 9.1.1. */
    LOCAL_PREF("highest LOCAL_PREF") {
        @Override
        public void eliminate(Contest contest) {
            contest.keepLowest(path -> -path.attributes().effectiveLocalPref());
        }
    },
    /** Not of the RFC, but of every implementation. */
    LOCAL_ORIGIN("originated here") {
        @Override
        public void eliminate(Contest contest) {
            contest.keepLowest(path -> path.source().isLocal() ? 0 : 1);
        }
    },
    /** RFC 4271 section 9.1.2.2 a. */
    AS_PATH_LENGTH("shortest AS_PATH") {
        @Override
        public void eliminate(Contest contest) {
            contest.keepLowest(path -> path.attributes().asPath().length());
        }
    },
    /** RFC 4271 section 9.1.2.2 b. */
    ORIGIN("lowest ORIGIN") {
        @Override
        public void eliminate(Contest contest) {
            contest.keepLowest(path -> path.attributes().origin().ordinal());
        }
    },
    /** RFC 4271 section 9.1.2.2 d. */
    EBGP("eBGP over iBGP") {
        @Override
        public void eliminate(Contest contest) {
            contest.keepLowest(path -> path.source().kind() == PathSource.Kind.IBGP ? 1 : 0);
        }
    },
    /** RFC 4271 section 9.1.2.2 e. */
    IGP_COST("lowest IGP cost to the next hop") {
        @Override
        public void eliminate(Contest contest) {
            contest.keepLowest(contest::cost);
        }
    },
    /**
     * Stays with the path that is best already while all that stand came by eBGP. Vendors say "the oldest path". Makes the
     * outcome depend on history.
     */
    INCUMBENT("external path that is best already") {
        @Override
        public void eliminate(Contest contest) {
            boolean external =
                    contest.standing().stream().allMatch(p -> p.source().kind() == PathSource.Kind.EBGP);
            contest.incumbent()
                    .map(Path::source)
                    .filter(source -> external
                            && contest.standing().stream()
                                    .anyMatch(p -> p.source().equals(source)))
                    .ifPresent(source -> contest.removeIf(path -> !path.source().equals(source)));
        }
    },
    /** RFC 4271 section 9.1.2.2 f, with ORIGINATOR_ID in place of the identifier (RFC 4456 section 9). */
    IDENTIFIER("lowest BGP identifier") {
        @Override
        public void eliminate(Contest contest) {
            contest.keepFirst(BY_IDENTIFIER);
        }
    },
    /** RFC 4456 section 9. */
    CLUSTER_LIST("shortest CLUSTER_LIST") {
        @Override
        public void eliminate(Contest contest) {
            contest.keepLowest(path -> path.attributes().clusterList().length());
        }
    },
    /** RFC 4271 section 9.1.2.2 g. */
    PEER_ADDRESS("lowest neighbour address") {
        @Override
        public void eliminate(Contest contest) {
            contest.keepFirst(BY_PEER_ADDRESS);
        }
    },
    /** Not of the RFC: leaves exactly one, whatever the candidates. */
    SESSION_NAME("first session name") {
        @Override
        public void eliminate(Contest contest) {
            contest.keepFirst(BY_SOURCE);
        }
    };

    private static final Comparator<Path> BY_IDENTIFIER = Comparator.comparing(Preference::identifier);
    private static final Comparator<Path> BY_PEER_ADDRESS =
            Comparator.comparing(path -> path.source().peerAddress());
    private static final Comparator<Path> BY_SOURCE = Comparator.comparing(Path::source);

    private final String text;

    Preference(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    private static IpAddress identifier(Path path) {
        return path.attributes().originatorId().orElse(path.source().peerId());
    }
}

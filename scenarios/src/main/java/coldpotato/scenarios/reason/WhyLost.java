package coldpotato.scenarios.reason;

import coldpotato.bgp.rib.DecisionStage;
import coldpotato.bgp.rib.MedStage;
import coldpotato.bgp.rib.Path;
import coldpotato.bgp.rib.Preference;
import java.util.Optional;

/** Why a stage of the decision process kept one path and removed another, in the values that it looked at. */
public final class WhyLost {
    private WhyLost() {}

    /** The stage with the values of both: {@code shortest AS_PATH (2 AS numbers against 1)}. */
    public static String text(DecisionStage stage, Path path, Path other) {
        Optional<String> value = value(stage, path);
        Optional<String> against = value(stage, other);
        return value.isEmpty() || value.equals(against)
                ? stage.text()
                : stage.text() + " (" + value.get() + " against " + against.get() + ")";
    }

    private static Optional<String> value(DecisionStage stage, Path path) {
        if (stage instanceof MedStage) {
            return Optional.of(
                    path.attributes().med() < 0
                            ? "no MED"
                            : "MED " + path.attributes().med());
        }
        return stage instanceof Preference preference ? value(preference, path) : Optional.empty();
    }

    private static Optional<String> value(Preference stage, Path path) {
        return switch (stage) {
            case WEIGHT -> Optional.of(Long.toString(path.weight()));
            case LOCAL_PREF -> Optional.of(Long.toString(path.attributes().effectiveLocalPref()));
            case AS_PATH_LENGTH -> Optional.of(count(path.attributes().asPath().length(), "AS number"));
            case ORIGIN -> Optional.of(path.attributes().origin().name());
            case IDENTIFIER ->
                Optional.of(path.attributes()
                        .originatorId()
                        .orElse(path.source().peerId())
                        .toString());
            case CLUSTER_LIST ->
                Optional.of(count(path.attributes().clusterList().length(), "cluster"));
            case PEER_ADDRESS -> Optional.of(path.source().peerAddress().toString());
            case LOCAL_ORIGIN, EBGP, IGP_COST, INCUMBENT, SESSION_NAME -> Optional.empty();
        };
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}

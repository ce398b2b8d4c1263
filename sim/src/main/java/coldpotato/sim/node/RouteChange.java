package coldpotato.sim.node;

import coldpotato.core.net.Prefix;
import java.util.Optional;

/**
 * The routing table uses something else for a prefix than before.
 *
 * @param prefix where to
 * @param before what it used, empty for nothing
 * @param after what it uses now, empty for nothing; differs from {@code before}
 * @param event number of the trace event that tells of it
 */
public record RouteChange(Prefix prefix, Optional<SelectedRoute> before, Optional<SelectedRoute> after, long event) {}

package coldpotato.bgp.speaker;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.rib.AdjRibIn;

/** Judging what a neighbour announced anew, by a changed import policy, some prefixes at a time. */
final class Rejudgement {
    private final PeerRoutes of;
    private final AfiSafi family;
    private final long cause;
    private int next;

    /** @param cause number of the trace event that led to it */
    Rejudgement(PeerRoutes of, AfiSafi family, long cause) {
        this.of = of;
        this.family = family;
        this.cause = cause;
    }

    PeerRoutes of() {
        return of;
    }

    AfiSafi family() {
        return family;
    }

    /** Goes on as far as the budget reaches; true when all is done. */
    boolean proceed(Budget budget) {
        AdjRibIn in = of.in(family);
        while (next != AdjRibIn.END && !budget.isSpent()) {
            next = in.judgeAgain(
                    next,
                    budget.spend(RouteExchange.SLICE_PREFIXES_MAX),
                    path -> of.judge(path.prefix(), path.received(), path.source(), cause));
        }
        return next == AdjRibIn.END;
    }
}

package coldpotato.scenarios.reason;

/** What the documents recommend against asymmetric routing, in the order in which it is recommended here. */
public enum Technique {
    /** Take away the policy that pins traffic to a link, so that it follows the length of paths. */
    GIVE_WAY("give-way", "planned-maintenance.md"),
    /** Announce an address where its packets should come in. */
    ANNOUNCE("announce", "expressroute-asymmetric-routing.md"),
    /** Announce it there in longer prefixes, which go before everything else. */
    LONGER_PREFIX("longer-prefix", "designing-for-disaster-recovery-with-expressroute-privatepeering.md"),
    /** Prefer on-premises the way that Azure prefers, for routes that carry a community or for a prefix. */
    LOCAL_PREFERENCE("local-preference", "expressroute-optimize-routing.md"),
    /** Give the connection to one circuit a higher weight. */
    WEIGHT("weight", "expressroute-optimize-routing.md"),
    /** Make paths by the other link longer. */
    PREPEND("prepend", "expressroute-optimize-routing.md"),
    /** Make the link between sites less attractive to the IGP. */
    IGP_COST("igp-cost", "designing-for-disaster-recovery-with-expressroute-privatepeering.md"),
    /** Send both directions by the same appliance. */
    USER_DEFINED_ROUTE("user-defined-route", "virtual-networks-udr-overview.md"),
    /** Let a virtual hub prefer otherwise among the ways to on-premises. */
    HUB_PREFERENCE("hub-routing-preference", "about-virtual-hub-routing-preference.md"),
    /** Translate sources into addresses of the edge that has the state, so that answers return to it. */
    SOURCE_NAT("source-nat", "expressroute-asymmetric-routing.md"),
    /** Give each edge a NAT pool of its own, announced there alone. */
    SEPARATE_POOLS("separate-pools", "expressroute-routing.md"),
    /** Let the firewalls of both ways share what they know. */
    SHARED_STATE("shared-state", "expressroute-asymmetric-routing.md"),
    /** Announce an address no more where its packets should not come in; that link then saves nobody when the other one fails. */
    WITHDRAW("withdraw", "expressroute-asymmetric-routing.md");

    private final String text;
    private final String document;

    Technique(String text, String document) {
        this.text = text;
        this.document = document;
    }

    /** The name as it stands in files and reports. */
    public String text() {
        return text;
    }

    /** Where it is recommended. */
    public String document() {
        return document;
    }
}

package coldpotato.core.azure;

/**
 * What traffic is about: a label for people, but for those services that are on the Internet only, whatever a route filter
 * says (expressroute-faqs.md, expressroute-introduction.md).
 */
public enum Workload {
    VIRTUAL_MACHINES("virtual-machines", false),
    VIRTUAL_DESKTOP("virtual-desktop", false),
    BASTION("bastion", false),
    APPLICATION_GATEWAY("application-gateway", false),
    STORAGE("storage", false),
    SQL("sql", false),
    COSMOS_DB("cosmos-db", false),
    MICROSOFT_365("microsoft-365", false),
    DYNAMICS_365("dynamics-365", false),
    TEAMS("teams", false),
    ENTRA_ID("entra-id", false),
    DEVOPS("devops", false),
    POWER_BI("power-bi", false),
    PSTN("pstn", false),
    XBOX("xbox", false),
    BING("bing", false),
    DNS("dns", true),
    CRL("crl", true),
    CDN("cdn", true),
    FRONT_DOOR("front-door", true),
    TRAFFIC_MANAGER("traffic-manager", true),
    LOGIC_APPS("logic-apps", true),
    INTUNE("intune", true),
    LEGACY_MFA_SERVER("legacy-mfa-server", true),
    WINDOWS_UPDATE("windows-update", true);

    private final String text;
    private final boolean internetOnly;

    Workload(String text, boolean internetOnly) {
        this.text = text;
        this.internetOnly = internetOnly;
    }

    /** As files have it. */
    public String text() {
        return text;
    }

    /** True if it stays on the Internet even with ExpressRoute. */
    public boolean internetOnly() {
        return internetOnly;
    }
}

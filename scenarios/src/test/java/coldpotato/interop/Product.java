package coldpotato.interop;

import java.util.List;

/** A BGP daemon that Debian packages, and how its version is found. */
enum Product {
    BIRD("BIRD", "bird2", List.of("/usr/sbin/bird", "/usr/sbin/birdc")) {
        @Override
        Daemon start(Lab lab, Namespace namespace, Edge edge) {
            return Bird.start(lab, namespace, edge);
        }
    },
    FRR("FRR", "frr", List.of("/usr/lib/frr/bgpd", "/usr/lib/frr/bfdd", "/usr/bin/vtysh")) {
        @Override
        Daemon start(Lab lab, Namespace namespace, Edge edge) {
            return Frr.start(lab, namespace, edge);
        }
    },
    GOBGP("GoBGP", "gobgpd", List.of("/usr/bin/gobgpd", "/usr/bin/gobgp")) {
        @Override
        Daemon start(Lab lab, Namespace namespace, Edge edge) {
            return GoBgp.start(lab, namespace, edge);
        }
    },
    OPENBGPD("OpenBGPD", "openbgpd", List.of("/usr/sbin/bgpd", "/usr/sbin/bgpctl")) {
        @Override
        Daemon start(Lab lab, Namespace namespace, Edge edge) {
            return OpenBgpd.start(lab, namespace, edge);
        }
    };

    private final String label;
    private final String debianPackage;
    private final List<String> programs;

    Product(String label, String debianPackage, List<String> programs) {
        this.label = label;
        this.debianPackage = debianPackage;
        this.programs = programs;
    }

    abstract Daemon start(Lab lab, Namespace namespace, Edge edge);

    /** RFC 4271 section 6.8; the others refuse a second connection before they have read its OPEN. */
    boolean comparesIdentifiers() {
        return this == BIRD || this == FRR;
    }

    String label() {
        return label;
    }

    String debianPackage() {
        return debianPackage;
    }

    List<String> programs() {
        return programs;
    }

    /** The version of the Debian package without Debian's own part, as {@code 2.0.12}. */
    String version() {
        String version = Command.of("dpkg-query", "--show", "--showformat=${Version}", debianPackage)
                .run();
        return version.replaceAll("-.*", "");
    }
}

package coldpotato.core.net;

import java.util.Locale;

/** The transport protocols that a flow can use, with their IANA numbers. */
public enum IpProtocol {
    ICMP(1),
    TCP(6),
    UDP(17);

    private final int number;

    IpProtocol(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name as scenario files and reports write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

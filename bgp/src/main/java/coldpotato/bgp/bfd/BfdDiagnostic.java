package coldpotato.bgp.bfd;

/** Why the local session last changed its state (RFC 5880 section 4.1); the ordinal is the code on the wire. */
public enum BfdDiagnostic {
    NO_DIAGNOSTIC,
    /** No packet arrived for the Detection Time. */
    CONTROL_DETECTION_TIME_EXPIRED,
    ECHO_FUNCTION_FAILED,
    /** The peer said that it is Down or AdminDown. */
    NEIGHBOR_SIGNALED_SESSION_DOWN,
    FORWARDING_PLANE_RESET,
    PATH_DOWN,
    CONCATENATED_PATH_DOWN,
    /** The operator stopped the session. */
    ADMINISTRATIVELY_DOWN,
    REVERSE_CONCATENATED_PATH_DOWN
}

package coldpotato.bgp.speaker;

/** What happens to private AS numbers (RFC 6996) in a path. */
public enum PrivateAsRemoval {
    /** They stay. */
    KEEP,
    /** They are removed if the path holds nothing else. */
    IF_ALL_PRIVATE,
    /** They are removed wherever they stand. */
    ALL,
    /** Each is replaced by the AS of the router that removes them, so that the length stays. */
    REPLACE
}

package coldpotato.bgp.bfd;

/** The timers of a session; those that are due together in this order. */
enum BfdTimer {
    /** Nothing was heard for the Detection Time. */
    DETECTION,
    /** The next periodic packet is due. */
    TRANSMIT,
    /** AdminDown was announced for long enough. */
    SILENCE
}

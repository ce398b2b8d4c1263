package coldpotato.bgp.bfd;

/** What bytes turned out to be: a packet, or the reason why they are discarded. */
public sealed interface BfdDecoded permits BfdPacket, BfdDiscard {}

package coldpotato.core.azure;

/**
 * One link of one peering, written {@code er-ams.primary.private}.
 *
 * @param circuit name of the circuit
 * @param leg which of its links
 * @param kind which of its peerings
 */
public record PeeringLeg(String circuit, Leg leg, PeeringKind kind) {
    @Override
    public String toString() {
        return circuit + "." + leg.text() + "." + kind.text();
    }
}

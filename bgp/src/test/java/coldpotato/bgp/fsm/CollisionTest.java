package coldpotato.bgp.fsm;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CollisionTest {
    private static final int LOW = 0x0a000001;
    private static final int HIGH = 0xc0000001;

    @Test
    void keepsTheConnectionThatTheHigherIdentifierOpened() {
        assertThat(Collision.resolve(HIGH, LOW, 1, 2, FsmState.OPEN_CONFIRM, true))
                .isEqualTo(Collision.KEEP_EXISTING);
        assertThat(Collision.resolve(HIGH, LOW, 1, 2, FsmState.OPEN_CONFIRM, false))
                .isEqualTo(Collision.KEEP_NEW);
        assertThat(Collision.resolve(LOW, HIGH, 1, 2, FsmState.OPEN_CONFIRM, true))
                .isEqualTo(Collision.KEEP_NEW);
    }

    @Test
    void anEstablishedConnectionAlwaysWins() {
        assertThat(Collision.resolve(LOW, HIGH, 1, 2, FsmState.ESTABLISHED, true))
                .isEqualTo(Collision.KEEP_EXISTING);
    }

    @Test
    void aConnectionThatSawNoOpenYetIsHeldAgainstOneThatDid() {
        assertThat(Collision.resolve(LOW, HIGH, 1, 2, FsmState.OPEN_SENT, true)).isEqualTo(Collision.KEEP_NEW);
        assertThat(Collision.resolve(HIGH, LOW, 1, 2, FsmState.OPEN_SENT, true)).isEqualTo(Collision.KEEP_EXISTING);
    }

    @Test
    void nothingIsDecidedWithoutAnotherConnection() {
        assertThat(Collision.resolve(LOW, HIGH, 1, 2, FsmState.CONNECT, true)).isEqualTo(Collision.NONE);
    }

    @Test
    void theHigherAsNumberDecidesBetweenEqualIdentifiers() {
        assertThat(Collision.resolve(LOW, LOW, -1, 2, FsmState.OPEN_CONFIRM, true))
                .isEqualTo(Collision.KEEP_EXISTING);
        assertThat(Collision.resolve(LOW, LOW, 1, 2, FsmState.OPEN_CONFIRM, true))
                .isEqualTo(Collision.KEEP_NEW);
    }

    /** Both ends look at the same two connections, whichever of them each end saw an OPEN on first. */
    @Property
    void bothEndsKeepTheSameConnection(
            @ForAll int oneId,
            @ForAll int otherId,
            @ForAll boolean oneSawItsOwnFirst,
            @ForAll boolean otherSawItsOwnFirst) {
        boolean oneKeepsItsOwn = keepsItsOwn(oneId, otherId, 1, 2, oneSawItsOwnFirst);
        boolean otherKeepsItsOwn = keepsItsOwn(otherId, oneId, 2, 1, otherSawItsOwnFirst);
        assertThat(oneKeepsItsOwn).isNotEqualTo(otherKeepsItsOwn);
    }

    private static boolean keepsItsOwn(int localId, int remoteId, int localAs, int remoteAs, boolean ownIsExisting) {
        Collision kept = Collision.resolve(localId, remoteId, localAs, remoteAs, FsmState.OPEN_CONFIRM, ownIsExisting);
        return (kept == Collision.KEEP_EXISTING) == ownIsExisting;
    }
}

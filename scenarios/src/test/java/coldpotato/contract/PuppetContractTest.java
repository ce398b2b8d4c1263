package coldpotato.contract;

import static org.assertj.core.api.Assertions.assertThat;

import coldpotato.bgp.attr.AfiSafi;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.speaker.SessionTimers;
import coldpotato.bgp.wire.KeepaliveMessage;
import coldpotato.bgp.wire.MessageEncoder;
import coldpotato.bgp.wire.NotificationCode;
import coldpotato.bgp.wire.NotificationMessage;
import coldpotato.bgp.wire.OpenMessage;
import coldpotato.bgp.wire.RouteRefreshMessage;
import coldpotato.bgp.wire.UpdateMessage;
import coldpotato.core.time.Durations;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A neighbour says odd things, byte by byte: the router answers as the standard has it, and its other sessions stay.
 *
 * <pre>
 *   p (AS 65099, no speaker) --pa-- a (AS 65001) --ab-- b (AS 65002)
 * </pre>
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Host.class)
@Execution(ExecutionMode.CONCURRENT)
class PuppetContractTest extends Contract {
    private static final String MARKER = "ffffffffffffffffffffffffffffffff";

    /** Without hope that a session comes back by itself within the time of a test. */
    private static final SessionTimers PATIENT = new SessionTimers(
            Durations.seconds(30), Durations.seconds(10), Durations.seconds(300), 0, Durations.seconds(300), 0, 0);

    private final Node p = puppet("p");
    private final Node a = router("a", 65001);
    private final Node b = router("b", 65002);

    PuppetContractTest(Host host) {
        super(host);
        join("pa", p, a);
        join("ab", a, b);
    }

    private Puppet greeted() {
        startAndConnect();
        return dial(p, "pa").greet("pa");
    }

    private static byte[] hex(String text) {
        return BaseEncoding.base16().lowerCase().decode(text);
    }

    private PathAttributes attributes() {
        return PathAttributes.builder(p.settings("pa").localAddress())
                .asPath(AsPath.of(Puppet.ASN))
                .build();
    }

    @Test
    void theOpenSaysWhoTheRouterIsAndWhatItCan() {
        start();
        OpenMessage open = dial(p, "pa").open();
        assertThat(open.as()).isEqualTo(65001);
        assertThat(open.bgpIdentifier()).isEqualTo(a.id);
        assertThat(open.holdTimeSeconds()).isEqualTo(30);
        assertThat(open.families()).containsExactly(AfiSafi.IPV4_UNICAST);
    }

    @Test
    void anOpenOfAnotherAsIsRefused() {
        start();
        Puppet puppet = dial(p, "pa");
        puppet.say(Puppet.open(64999, Puppet.HIGH_ID));
        assertThat(puppet.farewell()).isEqualTo("OPEN Message Error/Bad Peer AS");
    }

    @Test
    void aHoldTimeOfOneSecondIsRefused() {
        start();
        Puppet puppet = dial(p, "pa");
        puppet.say(OpenMessage.offering(Puppet.ASN, 1, Puppet.HIGH_ID, ImmutableSet.of(AfiSafi.IPV4_UNICAST)));
        assertThat(puppet.farewell()).isEqualTo("OPEN Message Error/Unacceptable Hold Time");
    }

    @Test
    void anotherVersionIsRefused() {
        start();
        Puppet puppet = dial(p, "pa");
        byte[] open = MessageEncoder.encode(Puppet.OPEN);
        open[19] = 5;
        puppet.say(open);
        assertThat(puppet.farewell()).isEqualTo("OPEN Message Error/Unsupported Version Number");
    }

    @Test
    void aRouterWithTheLowerIdentifierGivesUpTheConnectionThatItOpened() {
        a.set("pa", peer -> peer.passive(false));
        start();
        Puppet opened = take(p, "pa");
        opened.say(Puppet.open(Puppet.ASN, Puppet.HIGH_ID));
        opened.awaitKeepalive();
        Puppet dialled = dial(p, "pa");
        dialled.say(Puppet.open(Puppet.ASN, Puppet.HIGH_ID));
        assertThat(opened.farewell()).isEqualTo("Cease/Connection Collision Resolution");
        dialled.awaitKeepalive();
        dialled.say(MessageEncoder.keepalive());
        until("the other connection is the session's", () -> a.isUp("pa"));
    }

    @Test
    void aConnectionThatWillLoseIsGivenUpBeforeAnybodyAgreesToIt() {
        a.set("pa", peer -> peer.passive(false));
        start();
        Puppet opened = take(p, "pa");
        opened.open();
        Puppet dialled = dial(p, "pa");
        dialled.say(Puppet.open(Puppet.ASN, Puppet.HIGH_ID));
        assertThat(opened.farewell()).isEqualTo("Cease/Connection Collision Resolution");
        dialled.say(MessageEncoder.keepalive());
        until("the other connection is the session's", () -> a.isUp("pa"));
    }

    @Test
    void aConnectionThatIsGivenUpForAnotherMakesRoomForThatOne() {
        a.set("pa", peer -> peer.passive(false).timers(PATIENT));
        start();
        Puppet opened = take(p, "pa");
        opened.say(Puppet.OPEN);
        opened.awaitKeepalive();
        opened.say(MessageEncoder.encode(NotificationMessage.of(NotificationCode.CONNECTION_COLLISION_RESOLUTION)));
        until("the router ends the connection", opened::isClosed);
        dial(p, "pa").greet("pa");
        assertThat(a.isUp("pa")).isTrue();
    }

    @Test
    void aRouterWithTheHigherIdentifierKeepsTheConnectionThatItOpened() {
        a.set("pa", peer -> peer.passive(false));
        start();
        Puppet opened = take(p, "pa");
        opened.say(Puppet.open(Puppet.ASN, Puppet.LOW_ID));
        opened.awaitKeepalive();
        Puppet dialled = dial(p, "pa");
        dialled.say(Puppet.open(Puppet.ASN, Puppet.LOW_ID));
        assertThat(dialled.farewell()).isEqualTo("Cease/Connection Collision Resolution");
        opened.say(MessageEncoder.keepalive());
        until("the first connection is the session's", () -> a.isUp("pa"));
    }

    @Test
    void aSessionThatIsUpIsKeptWhateverElseIsDialled() {
        Puppet first = greeted();
        Puppet second = dial(p, "pa");
        second.say(Puppet.OPEN);
        assertThat(second.farewell()).isEqualTo("Cease/Connection Collision Resolution");
        assertThat(first.isClosed()).isFalse();
        assertThat(a.isUp("pa")).isTrue();
    }

    @Test
    void aMarkerThatIsNoneEndsTheSessionAndNoOther() {
        Puppet puppet = greeted();
        puppet.say(hex("00".repeat(16) + "001304"));
        assertThat(puppet.farewell()).isEqualTo("Message Header Error/Connection Not Synchronized");
        until("it is down", () -> !a.isUp("pa"));
        assertThat(a.reasons("pa")).containsExactly("peer error");
        assertThat(isUp("ab")).isTrue();
    }

    @Test
    void aLengthThatCannotBeEndsTheSession() {
        Puppet puppet = greeted();
        puppet.say(hex(MARKER + "001204"));
        assertThat(puppet.farewell()).isEqualTo("Message Header Error/Bad Message Length");
    }

    @Test
    void aTypeThatIsNotKnownEndsTheSession() {
        Puppet puppet = greeted();
        puppet.say(hex(MARKER + "0013" + "2a"));
        assertThat(puppet.farewell()).isEqualTo("Message Header Error/Bad Message Type");
    }

    @Test
    void anAttributeListThatDoesNotFitEndsTheSession() {
        Puppet puppet = greeted();
        puppet.say(hex(MARKER + "0017" + "02" + "0000" + "0010"));
        assertThat(puppet.farewell()).isEqualTo("UPDATE Message Error/Malformed Attribute List");
    }

    @Test
    void routesBeforeTheSessionIsUpAreOutOfTurn() {
        start();
        Puppet puppet = dial(p, "pa");
        puppet.say(Puppet.OPEN);
        puppet.say(puppet.announcement(attributes(), "10.1.0.0/16"));
        assertThat(puppet.farewell())
                .isEqualTo("Finite State Machine Error/Receive Unexpected Message in OpenConfirm State");
        assertThat(a.paths("10.1.0.0/16")).isEmpty();
    }

    @Test
    void aRouteWithABrokenAttributeIsWithdrawnAndTheSessionStays() {
        Puppet puppet = greeted();
        puppet.say(puppet.announcement(attributes(), "10.1.0.0/16"));
        until("b has it", () -> b.has("10.1.0.0/16"));
        byte[] broken = puppet.announcement(attributes(), "10.1.0.0/16");
        // ORIGIN comes first: flags, type, length, then its value, of which there are three (RFC 7606 section 7.1).
        broken[26] = 9;
        puppet.say(broken);
        until("b has it no more", () -> !b.has("10.1.0.0/16"));
        assertThat(a.isUp("pa")).isTrue();
        assertThat(a.reasons("pa")).isEmpty();
    }

    @Test
    void anUpdateInPiecesOfOneByteIsTheSameAsInOne() {
        Puppet puppet = greeted();
        for (byte piece : puppet.announcement(attributes(), "10.1.0.0/16", "10.2.0.0/16")) {
            puppet.say(new byte[] {piece});
        }
        puppet.say(puppet.announcement(attributes(), "10.3.0.0/16"));
        until("b has them all", () -> b.has("10.3.0.0/16"));
        assertThat(b.best("10.1.0.0/16").attributes())
                .isEqualTo(b.best("10.3.0.0/16").attributes());
        assertThat(b.has("10.2.0.0/16")).isTrue();
    }

    @Test
    void severalMessagesInOneChunkAreTakenInTurn() {
        startAndConnect();
        Puppet puppet = dial(p, "pa");
        byte[] open = MessageEncoder.encode(Puppet.OPEN);
        byte[] keepalive = MessageEncoder.keepalive();
        byte[] both = Arrays.copyOf(open, open.length + keepalive.length);
        System.arraycopy(keepalive, 0, both, open.length, keepalive.length);
        puppet.say(both);
        until("the session is up", () -> a.isUp("pa"));
    }

    @Test
    void aRefreshIsAnsweredWithEverything() {
        Puppet puppet = greeted();
        b.originate("10.1.0.0/16");
        until("p is told", () -> announcements(puppet) == 1);
        puppet.say(MessageEncoder.encode(RouteRefreshMessage.request(AfiSafi.IPV4_UNICAST)));
        until("p is told again", () -> announcements(puppet) == 2);
        assertThat(a.isUp("pa")).isTrue();
    }

    private static long announcements(Puppet puppet) {
        return puppet.heard(UpdateMessage.class).stream()
                .filter(update -> !update.announcements().isEmpty())
                .count();
    }

    @Test
    void aConnectionThatIsClosedWithoutAWordTakesItsRoutesAlong() {
        Puppet puppet = greeted();
        puppet.say(puppet.announcement(attributes(), "10.1.0.0/16"));
        until("b has it", () -> b.has("10.1.0.0/16"));
        puppet.close();
        until("b has it no more", () -> !b.has("10.1.0.0/16"));
        assertThat(a.reasons("pa")).containsExactly("connection closed");
        assertThat(isUp("ab")).isTrue();
    }

    @Test
    void aSessionWithoutHoldTimeHasNoKeepalives() {
        Puppet puppet = greeted();
        pass("2s");
        assertThat(puppet.heard(KeepaliveMessage.class)).hasSize(1);
    }
}

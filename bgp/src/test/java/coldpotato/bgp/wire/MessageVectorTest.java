package coldpotato.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.AttributePool;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.attr.UnknownAttribute;
import coldpotato.bgp.wire.UpdateMessage.Announcement;
import coldpotato.core.net.Prefix;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Messages of other speakers' test suites, with the verdict that the RFCs ask for. */
class MessageVectorTest {
    /** Subcodes among which the RFCs leave a choice. */
    private static final Set<Integer> MULTIPROTOCOL_SUBCODES = Set.of(1, 5, 9);

    private static final Set<Integer> CAPABILITY_SUBCODES = Set.of(0, 4);

    @TestFactory
    Stream<DynamicTest> givesTheVerdictOfTheRfcs() {
        return tests(MessageVector::isCore);
    }

    @TestFactory
    Stream<DynamicTest> givesTheVerdictOfTheRfcsOnFamiliesAndAttributesNotCarried() {
        return tests(vector -> !vector.isCore());
    }

    private static Stream<DynamicTest> tests(Predicate<MessageVector> chosen) {
        Optional<Path> file = MessageVector.file();
        if (file.isEmpty()) {
            String absent = "the collection of messages does not lie beside the repository";
            return Stream.of(DynamicTest.dynamicTest(absent, () -> assumeTrue(false, absent)));
        }
        return MessageVector.all(file.get())
                .filter(chosen)
                .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> judge(vector)));
    }

    private static void judge(MessageVector vector) {
        Framer framer = new Framer();
        framer.add(vector.bytes());
        try {
            byte[] frame = framer.next();
            if (frame == null) {
                assertThat(vector.expected())
                        .as("verdict on a message cut short")
                        .isEqualTo("any");
                return;
            }
            BgpMessage message = new MessageDecoder(new AttributePool()).decode(frame, vector.context());
            if (message instanceof OpenMessage open && vector.expectations().isPresent()) {
                vector.expectations().get().check(open);
            }
            checkVerdict(vector, verdict(message), message);
            if (vector.isCore()) {
                checkContent(vector.decoded(), message);
            }
        } catch (BgpError error) {
            checkVerdict(vector, "reset", error.getMessage());
            checkNotification(vector, error.notification());
        }
    }

    private static String verdict(BgpMessage message) {
        if (message instanceof RouteRefreshMessage refresh) {
            boolean isKnown = refresh.family().isPresent() && refresh.subtype() <= RouteRefreshMessage.END;
            return isKnown ? "valid" : "discard";
        }
        Reaction reaction = message instanceof UpdateMessage update ? update.reaction() : Reaction.NONE;
        return switch (reaction) {
            case NONE -> "valid";
            case ATTRIBUTE_DISCARD -> "discard";
            case TREAT_AS_WITHDRAW -> "treat-as-withdraw";
            case SESSION_RESET -> throw new AssertionError("a reset without an error");
        };
    }

    private static void checkVerdict(MessageVector vector, String verdict, Object why) {
        if (!vector.expected().equals("any")) {
            assertThat(vector.accepted()).as("%s", why).contains(verdict);
        }
    }

    private static void checkNotification(MessageVector vector, NotificationMessage notification) {
        if (vector.code() != null) {
            assertThat(notification.code()).as("code of %s", notification).isEqualTo(vector.code());
        }
        if (vector.subcode() != null) {
            checkSubcode(vector, (int) vector.subcode(), notification.subcode());
        }
        if (vector.decoded().get("data") instanceof String data) {
            assertThat(notification.data().toString()).isEqualTo(data);
        }
    }

    private static void checkSubcode(MessageVector vector, int expected, int actual) {
        Set<Integer> alike = Set.of();
        if (vector.code().equals(NotificationCode.OPEN_MESSAGE_ERROR.code())) {
            alike = CAPABILITY_SUBCODES;
        } else if (vector.hasMultiprotocolAttributes()) {
            alike = MULTIPROTOCOL_SUBCODES;
        }
        if (!alike.contains(expected) || !alike.contains(actual)) {
            assertThat(actual).as("subcode").isEqualTo(expected);
        }
    }

    private static void checkContent(Map<String, Object> expected, BgpMessage message) {
        if (message instanceof OpenMessage open) {
            checkIfThere(expected, "asn", open.as());
            checkIfThere(expected, "as4", open.as());
        } else if (message instanceof NotificationMessage notification) {
            checkIfThere(expected, "code", notification.code());
            checkIfThere(expected, "message", notification.shutdownText().orElse(null));
        } else if (message instanceof UpdateMessage update) {
            checkUpdate(expected, update);
        }
    }

    private static void checkUpdate(Map<String, Object> expected, UpdateMessage update) {
        if (update.reaction() == Reaction.TREAT_AS_WITHDRAW) {
            assertThat(update.announcements()).isEmpty();
            checkIfThere(expected, "prefixes", withdrawn(update));
            return;
        }
        checkIfThere(expected, "prefixes", announced(update));
        checkIfThere(
                expected,
                "eor",
                update.endOfRib().map(f -> f.afi() + "/" + f.safi()).orElse(null));
        if (!update.announcements().isEmpty()) {
            checkAttributes(expected, update.announcements().get(0).attributes());
        }
    }

    private static void checkAttributes(Map<String, Object> expected, PathAttributes attributes) {
        AsPath path = attributes.asPath();
        // Left out: a source that sorts sets, and one that keeps the confederation segments of AS4_PATH (RFC 6793
        // section 6).
        if (expected.get("as_path") instanceof String text && !text.contains("{") && !text.contains(" (")) {
            assertThat(path.toString()).isEqualTo(text);
        }
        checkIfThere(expected, "hops", path.length());
        checkIfThere(expected, "as_path_length", path.length());
        checkIfThere(expected, "nexthop", attributes.nextHop().toString());
        checkIfThere(
                expected,
                "link_local",
                attributes.linkLocalNextHop().map(Object::toString).orElse(null));
        checkIfThere(expected, "local_pref", (int) attributes.localPref());
        checkIfThere(
                expected,
                "originator_id",
                attributes.originatorId().map(Object::toString).orElse(null));
        checkIfThere(
                expected,
                "kept_partial",
                attributes.unknown().stream().map(UnknownAttribute::type).toList());
        if (expected.get("communities") instanceof List<?> communities) {
            assertThat(attributes.communities().stream().map(Object::toString))
                    .containsExactlyInAnyOrderElementsOf(
                            communities.stream().map(Object::toString).toList());
        }
    }

    private static List<String> announced(UpdateMessage update) {
        return update.announcements().stream()
                .map(Announcement::prefixes)
                .flatMap(List::stream)
                .map(Prefix::toString)
                .toList();
    }

    private static List<String> withdrawn(UpdateMessage update) {
        return update.withdrawals().stream()
                .flatMap(withdrawal -> withdrawal.prefixes().stream())
                .map(Prefix::toString)
                .toList();
    }

    private static void checkIfThere(Map<String, Object> expected, String key, Object actual) {
        if (expected.containsKey(key)) {
            assertThat(actual).as(key).isEqualTo(expected.get(key));
        }
    }
}

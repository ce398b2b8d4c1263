package coldpotato.bgp.wire;

import coldpotato.bgp.attr.Aggregator;
import coldpotato.bgp.attr.AsPath;
import coldpotato.bgp.attr.PathAttributes;
import coldpotato.bgp.attr.PathAttributesBuilder;
import coldpotato.bgp.attr.UnknownAttribute;
import coldpotato.core.net.Asn;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** What has been read of the attributes of one UPDATE, and what was wrong with them. */
final class AttributeCollector {
    private final CodecContext context;
    private final PathAttributesBuilder builder = PathAttributes.builder(MpReach.NO_NEXT_HOP);
    private final List<AttributeFault> faults = new ArrayList<>(0);
    private final List<UnknownAttribute> unknown = new ArrayList<>(0);
    private final BitSet seen = new BitSet(64);

    private int code;
    private Octets attribute;

    private AsPath asPath;
    private AsPath as4Path;
    private Aggregator aggregator;
    private Aggregator as4Aggregator;
    private IpAddress nextHop;
    private MpReach reach = MpReach.NONE;
    private MpUnreach unreach = MpUnreach.NONE;

    AttributeCollector(CodecContext context) {
        this.context = context;
    }

    CodecContext context() {
        return context;
    }

    /**
     * Turns to another attribute; faults from now on are about it.
     *
     * @param octets all of it, flags first
     * @return false if there was one of this type before
     */
    boolean begin(int attributeCode, Octets octets) {
        code = attributeCode;
        attribute = octets;
        boolean first = !seen.get(attributeCode);
        seen.set(attributeCode);
        return first;
    }

    /** The value of the attribute at hand is wrong: its row says what that means. */
    void malformed(NotificationCode error, String text) {
        fault(AttributeType.of(code).reaction(), error, text);
    }

    /** Reports a fault in the attribute at hand; it stands in the data of the NOTIFICATION (RFC 4271 section 6.3). */
    void fault(Reaction reaction, NotificationCode error, String text) {
        NotificationMessage notification = NotificationMessage.of(error, attribute.toOctetString());
        faults.add(new AttributeFault(code, reaction, notification, text));
    }

    /** Reports a fault that is in no attribute at hand, such as one that is missing. */
    void fault(AttributeType type, Reaction reaction, NotificationMessage notification, String text) {
        faults.add(new AttributeFault(type.code(), reaction, notification, text));
    }

    /** Keeps an attribute that we do not understand, marked as passed on by such a speaker (RFC 4271 section 5). */
    void passOn(int flags, Octets value) {
        int kept = flags & (AttributeKind.OPTIONAL | AttributeKind.TRANSITIVE) | AttributeKind.PARTIAL;
        unknown.add(new UnknownAttribute(kept, code, value.toOctetString().toByteArray()));
    }

    PathAttributesBuilder builder() {
        return builder;
    }

    void asPath(AsPath value) {
        asPath = value;
    }

    void as4Path(AsPath value) {
        as4Path = value;
    }

    void aggregator(Aggregator value) {
        aggregator = value;
    }

    void as4Aggregator(Aggregator value) {
        as4Aggregator = value;
    }

    void nextHop(IpAddress value) {
        nextHop = value;
    }

    void reach(MpReach value) {
        reach = value;
    }

    void unreach(MpUnreach value) {
        unreach = value;
    }

    boolean has(AttributeType type) {
        return seen.get(type.code());
    }

    /** True if there is anything but MP_UNREACH_NLRI. */
    boolean describesRoutes() {
        return seen.cardinality() > (has(AttributeType.MP_UNREACH_NLRI) ? 1 : 0);
    }

    /** True if MP_UNREACH_NLRI is all there is. */
    boolean onlyUnreach() {
        return has(AttributeType.MP_UNREACH_NLRI) && seen.cardinality() == 1;
    }

    ImmutableList<AttributeFault> faults() {
        return ImmutableList.copyOf(faults);
    }

    /** NEXT_HOP, or null if it is absent or malformed. */
    IpAddress nextHop() {
        return nextHop;
    }

    MpReach reach() {
        return reach;
    }

    MpUnreach unreach() {
        return unreach;
    }

    /** The path with what an old speaker could not say in it put in again; null if AS_PATH is absent or malformed. */
    AsPath asPath() {
        boolean rewrittenByOldSpeaker = aggregator != null && as4Aggregator != null && aggregator.asn() != Asn.AS_TRANS;
        return asPath == null || as4Path == null || rewrittenByOldSpeaker ? asPath : AsPathCodec.merge(asPath, as4Path);
    }

    /** Everything but the next hop, if AS_PATH is there. */
    PathAttributesBuilder complete() {
        boolean hidden = aggregator != null && aggregator.asn() == Asn.AS_TRANS && as4Aggregator != null;
        unknown.sort(Comparator.comparingInt(UnknownAttribute::type));
        return builder.asPath(asPath())
                .aggregator(hidden ? as4Aggregator : aggregator)
                .unknown(unknown);
    }
}

package coldpotato.bgp.wire;

import coldpotato.core.net.Asn;
import coldpotato.core.net.Family;
import coldpotato.core.net.IpAddress;
import com.google.common.collect.ImmutableList;

/** Reads and writes the body of an OPEN (RFC 4271 sections 4.2 and 6.2, RFC 5492, RFC 9072). */
final class OpenCodec {
    private static final int CAPABILITIES = 2;

    /** In the place of length and type of the first parameter: extended lengths follow (RFC 9072 section 2). */
    private static final int EXTENDED = 255;

    private OpenCodec() {}

    static OpenMessage read(Octets body) throws BgpError {
        // The version comes first: another version may look different from here on.
        int version = body.u8();
        if (version != OpenMessage.VERSION) {
            throw BgpError.unsupportedVersion(version);
        }
        int as = body.u16();
        int holdTimeSeconds = body.u16();
        IpAddress identifier = body.address(Family.IPV4);
        ImmutableList<Capability> capabilities = readParameters(body);
        return checked(new OpenMessage(realAs(as, capabilities), holdTimeSeconds, identifier, capabilities));
    }

    /** What is wrong with any OPEN, whoever is expected. */
    private static OpenMessage checked(OpenMessage open) throws BgpError {
        if (open.as() == 0) {
            throw BgpError.of(NotificationCode.BAD_PEER_AS, "AS 0 (RFC 7607)");
        }
        if (open.holdTimeSeconds() > 0 && open.holdTimeSeconds() < OpenMessage.HOLD_TIME_MIN_SECONDS) {
            throw BgpError.of(NotificationCode.UNACCEPTABLE_HOLD_TIME, "hold time " + open.holdTimeSeconds() + " s");
        }
        if (open.bgpIdentifier().toInt() == 0) {
            throw BgpError.of(NotificationCode.BAD_BGP_IDENTIFIER, "identifier 0.0.0.0 (RFC 6286)");
        }
        return open;
    }

    private static int realAs(int as, ImmutableList<Capability> capabilities) {
        for (Capability capability : capabilities) {
            if (capability.is(CapabilityType.FOUR_OCTET_AS)) {
                return capability.intValue();
            }
        }
        return as;
    }

    private static ImmutableList<Capability> readParameters(Octets body) throws BgpError {
        int length = body.u8();
        boolean extended =
                length == EXTENDED && body.remaining() >= 3 && body.again().u8() == EXTENDED;
        if (extended) {
            body.skip(1);
            length = body.u16();
        }
        if (length != body.remaining()) {
            throw BgpError.malformedOpen("parameters of " + length + " octets in " + body.remaining());
        }
        ImmutableList.Builder<Capability> capabilities = ImmutableList.builder();
        while (!body.isEmpty()) {
            readParameter(body, extended, capabilities);
        }
        return rolesAgree(capabilities.build());
    }

    private static void readParameter(Octets body, boolean extended, ImmutableList.Builder<Capability> capabilities)
            throws BgpError {
        int headerLength = extended ? 3 : 2;
        if (body.remaining() < headerLength) {
            throw BgpError.malformedOpen("a parameter is cut short");
        }
        int type = body.u8();
        int length = extended ? body.u16() : body.u8();
        if (length > body.remaining()) {
            throw BgpError.malformedOpen("a parameter of " + length + " octets in " + body.remaining());
        }
        if (type != CAPABILITIES) {
            throw BgpError.of(NotificationCode.UNSUPPORTED_OPTIONAL_PARAMETER, "parameter " + type);
        }
        readCapabilities(body.slice(length), capabilities);
    }

    private static void readCapabilities(Octets parameter, ImmutableList.Builder<Capability> capabilities)
            throws BgpError {
        while (!parameter.isEmpty()) {
            if (parameter.remaining() < 2) {
                throw BgpError.malformedOpen("a capability is cut short");
            }
            int code = parameter.u8();
            int length = parameter.u8();
            if (length > parameter.remaining() || !CapabilityType.allows(code, length)) {
                throw BgpError.malformedOpen("capability " + code + " of " + length + " octets");
            }
            capabilities.add(new Capability(code, parameter.slice(length).toOctetString()));
        }
    }

    /** RFC 9234 section 4.2: several roles are refused, even by a speaker that has none, unless they are the same. */
    private static ImmutableList<Capability> rolesAgree(ImmutableList<Capability> capabilities) throws BgpError {
        long roles = capabilities.stream()
                .filter(capability -> capability.is(CapabilityType.ROLE))
                .distinct()
                .count();
        if (roles > 1) {
            throw BgpError.of(NotificationCode.ROLE_MISMATCH, "different roles in one OPEN");
        }
        return capabilities;
    }

    static void write(OpenMessage open, OctetWriter out) {
        boolean fitsTwoOctets = Integer.compareUnsigned(open.as(), 0xffff) <= 0;
        out.u8(OpenMessage.VERSION)
                .u16(fitsTwoOctets ? open.as() : Asn.AS_TRANS)
                .u16(open.holdTimeSeconds())
                .i32(open.bgpIdentifier().toInt());
        writeParameters(capabilities(open), out);
    }

    /** All capabilities in one parameter, as RFC 5492 section 4 recommends. */
    private static void writeParameters(byte[] capabilities, OctetWriter out) {
        if (capabilities.length == 0) {
            out.u8(0);
        } else if (capabilities.length + 2 < EXTENDED) {
            out.u8(capabilities.length + 2).u8(CAPABILITIES).u8(capabilities.length);
        } else {
            out.u8(EXTENDED)
                    .u8(EXTENDED)
                    .u16(capabilities.length + 3)
                    .u8(CAPABILITIES)
                    .u16(capabilities.length);
        }
        out.octets(capabilities);
    }

    private static byte[] capabilities(OpenMessage open) {
        OctetWriter out = new OctetWriter();
        for (Capability capability : open.capabilities()) {
            out.u8(capability.code())
                    .u8(capability.value().length())
                    .octets(capability.value().toByteArray());
        }
        return out.toByteArray();
    }
}

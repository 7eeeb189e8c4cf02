package io.github.espial.ike;

import io.github.espial.context.Platform;
import io.github.espial.ike.Vendor.Product;
import io.github.espial.net.IpAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The vendor ids that are known. Most are the MD5 hash of a text that their makers publish; some have a version or flags
 * behind it.
 */
final class VendorNames {
    /** Octets of an unknown vendor id that are shown. */
    private static final int SHOWN = 20;

    private static final String WINDOWS = "MS NT5 ISAKMPOAKLEY";

    /** By the version behind Windows' vendor id, as Windows counts it. */
    private static final Map<Integer, String> WINDOWS_VERSIONS = Map.of(
            2, "Windows 2000",
            3, "Windows XP",
            4, "Windows Server 2003 or XP SP2",
            5, "Windows Vista",
            6, "Windows Server 2008",
            7, "Windows 7",
            8, "Windows 7 or Server 2008 R2",
            9, "Windows 8, Server 2012 or later");

    private static final List<Known> KNOWN = List.of(
            hashed(WINDOWS, product("Windows", Platform.WINDOWS)),
            hashed("MS-Negotiation Discovery Capable", product("Windows", Platform.WINDOWS)),
            hashed("Vid-Initial-Contact", product("Windows", Platform.WINDOWS)),
            hashed("IKE CGA version 1", product("Windows", Platform.WINDOWS)),
            hashed("MS-MamieExists", product("Windows", Platform.WINDOWS)),
            hashed("GSSAPI", Optional.empty()),
            hashed("A GSS-API Authentication Method for IKE", Optional.empty()),
            hashed("FRAGMENTATION", Optional.empty()),
            hashed("strongSwan", product("strongSwan", Platform.ANY)),
            hashed("KAME/racoon", product("racoon", Platform.ANY)),
            hashed("RFC 3947", Optional.empty()),
            hashed("draft-ietf-ipsec-nat-t-ike-00", Optional.empty()),
            hashed("draft-ietf-ipsec-nat-t-ike-01", Optional.empty()),
            hashed("draft-ietf-ipsec-nat-t-ike-02", Optional.empty()),
            hashed("draft-ietf-ipsec-nat-t-ike-02\n", Optional.empty()),
            hashed("draft-ietf-ipsec-nat-t-ike-03", Optional.empty()),
            hashed("draft-ietf-ipsec-nat-t-ike-04", Optional.empty()),
            hashed("draft-ietf-ipsec-nat-t-ike-05", Optional.empty()),
            hashed("draft-ietf-ipsec-nat-t-ike-06", Optional.empty()),
            hashed("draft-ietf-ipsec-nat-t-ike-07", Optional.empty()),
            hashed("draft-ietf-ipsec-nat-t-ike-08", Optional.empty()),
            // RFC 3706 §5.1, then draft-beaulieu-ike-xauth; Cisco's ends with a version
            octets("afcad71368a1f1c96b8696fc7757", "dead peer detection (RFC 3706)", Optional.empty()),
            octets("09002689dfd6b712", "XAUTH", Optional.empty()),
            octets("12f5f28c457168a9702d9fe274cc", "Cisco Unity", product("Cisco", Platform.CISCO)),
            text("CISCO-DELETE-REASON", product("Cisco", Platform.CISCO)),
            text("CISCO(COPYRIGHT)", product("Cisco", Platform.CISCO)),
            text("CISCO-DYNAMIC-ROUTE", product("Cisco", Platform.CISCO)),
            text("FLEXVPN-SUPPORTED", product("Cisco", Platform.CISCO)),
            text("OpenPGP", Optional.empty()),
            text("OE-Libreswan", product("libreswan", Platform.ANY)),
            octets("4f45", "Openswan or libreswan", product("Openswan or libreswan", Platform.ANY)),
            octets("f4ed19e0c114eb516faaac0ee37daf2807b4381f", "Check Point", product("Check Point", Platform.ANY)));

    private VendorNames() {}

    static Vendor of(IpAddress sender, Chunk id) {
        for (Known known : KNOWN) {
            if (id.startsWith(known.beginning())) {
                Chunk rest = id.part(known.beginning().length(), id.length());
                return new Vendor(sender, known.name().strip(), product(known, rest));
            }
        }
        Optional<String> text = text(id);
        return new Vendor(
                sender,
                text.orElseGet(
                        () -> HexFormat.of().formatHex(id.first(SHOWN).octets()) + (id.length() > SHOWN ? "..." : "")),
                Optional.empty());
    }

    /** How many octets at the beginning of {@code id} are known; 0 where none are. */
    static int known(Chunk id) {
        for (Known known : KNOWN) {
            if (id.startsWith(known.beginning())) {
                return known.beginning().length();
            }
        }
        return 0;
    }

    /** The product; of Windows the version, where the id has one. */
    private static Optional<Product> product(Known known, Chunk rest) {
        if (!known.name().equals(WINDOWS) || rest.length() != Integer.BYTES) {
            return known.product();
        }
        int version = rest.buffer().getInt(0);
        return product(WINDOWS_VERSIONS.getOrDefault(version, "Windows, version " + version), Platform.WINDOWS);
    }

    /** The id itself, where it is readable. */
    private static Optional<String> text(Chunk id) {
        byte[] octets = id.first(SHOWN).octets();
        for (byte octet : octets) {
            if (octet < ' ' || octet > '~') {
                return Optional.empty();
            }
        }
        return octets.length == 0 ? Optional.empty() : Optional.of(new String(octets, StandardCharsets.US_ASCII));
    }

    private static Optional<Product> product(String name, Platform platform) {
        return Optional.of(new Product(name, platform));
    }

    private static Known hashed(String name, Optional<Product> product) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.US_ASCII));
            return new Known(Chunk.of(hash), name, product);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    private static Known octets(String hexadecimal, String name, Optional<Product> product) {
        return new Known(Chunk.of(HexFormat.of().parseHex(hexadecimal)), name, product);
    }

    private static Known text(String text, Optional<Product> product) {
        return new Known(Chunk.of(text.getBytes(StandardCharsets.US_ASCII)), text, product);
    }

    /** A vendor id, or what those of a kind begin with. */
    private record Known(Chunk beginning, String name, Optional<Product> product) {}
}

package io.github.espial.redact.mapping;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/** Names under a key: each becomes a word that stands for it and tells nothing of it. Not thread-safe. */
public final class Names {
    /** Octets of the hash that are shown: two of a million names are the same with a chance of one in ten million. */
    private static final int SHOWN = 8;

    /** Names that systems give to their interfaces, and people do not. None holds a MAC, as {@code enx001b21aa0001} does. */
    private static final Pattern SYSTEM =
            Pattern.compile("(?:eth|en[ops]?|wl[ops]?|em|igb|igc|ix|ixl|ixgbe|re|bge|bce|fxp"
                    + "|nfe|vmx|vtnet|hn|xn|mlx|cxl|lo|ppp|pppoe|l2tp|ng|tun|tap|ovpnc|ovpns|vti|ip_vti|xfrm|ipsec|enc|gif|gre|sit"
                    + "|wg|utun|bond|team|lagg|br|bridge|docker|virbr|vlan|any|wan|lan|opt|dummy|pflog|pfsync|awdl|llw|ap|stf"
                    + "|(?i:GigabitEthernet|TenGigabitEthernet|FastEthernet|Ethernet|Vlan|Tunnel|Loopback|Port-channel|Serial"
                    + "|Dialer|Gi|Te|Fa|Tu|Lo|Po|Vl|Local Area Connection|LAN-Verbindung|Wi-Fi|WLAN"
                    + "|Loopback Pseudo-Interface))"
                    + "(?:[ *#]{0,3}\\d{1,5}(?:[a-z]{1,2}\\d{1,4}){0,4})?(?:[./:@]\\d{1,5}){0,4}");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}|0x[0-9a-fA-F]{1,8}|if_id 0x[0-9a-fA-F]{1,8}");

    private final Mac hash;
    private final AesBlocks stand;
    private final AddressMapping addresses;
    private final MacMapping macs;

    Names(RedactionKey key, AddressMapping addresses, MacMapping macs) {
        this.hash = RedactionKey.hmac(key.derived("names"));
        this.stand = new AesBlocks(key.derived("octets"));
        this.addresses = addresses;
        this.macs = macs;
    }

    /** What stands for the name of a {@code kind} of thing: the kind, and hexadecimal digits. */
    public String of(String kind, String name) {
        byte[] hashed = hash.doFinal((kind + '\0' + name).getBytes(StandardCharsets.UTF_8));
        return kind + "-" + HexFormat.of().formatHex(hashed, 0, SHOWN);
    }

    /** Of an interface, or its number or address; a name that systems give stays. */
    public String ofInterface(String name) {
        if (SYSTEM.matcher(name).matches() || NUMBER.matcher(name).matches()) {
            return name;
        }
        Optional<String> mapped = address(name);
        return mapped.isPresent() ? mapped.get() : of("interface", name);
    }

    /** What becomes of a word that is an address or a MAC; empty for any other. */
    public Optional<String> address(String word) {
        try {
            return Optional.of(macs.of(MacAddress.parse(word)).toString());
        } catch (IllegalArgumentException noMac) {
            try {
                return Optional.of(addresses.of(IpAddress.parse(word)).toString());
            } catch (IllegalArgumentException noAddress) {
                return Optional.empty();
            }
        }
    }

    /** Octets that stand for some that nobody may see, as many; the same for the same. */
    public byte[] octets(String kind, byte[] original) {
        if (original.length == 0) {
            return original;
        }
        hash.update(kind.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
        byte[] seed = hash.doFinal(original);
        int count = (original.length + AesBlocks.LENGTH - 1) / AesBlocks.LENGTH;
        ByteBuffer blocks = ByteBuffer.allocate(count * AesBlocks.LENGTH);
        for (int block = 0; block < count; block++) {
            // A counter behind 96 bits of the hash, as in counter mode (NIST SP 800-38A).
            blocks.put(seed, 0, AesBlocks.LENGTH - Integer.BYTES).putInt(block);
        }
        byte[] stream = new byte[blocks.capacity()];
        stand.encipher(blocks.array(), count, stream);
        return Arrays.copyOf(stream, original.length);
    }
}

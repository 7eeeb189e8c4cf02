package io.github.espial.ike;

import io.github.espial.net.IpAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The story of one IKE SA.
 *
 * @param version 1 or 2
 * @param initiator who began it
 * @param responder the other end; its SPI is 0 where it chose none
 * @param algorithms what the responder chose for the IKE SA itself; none where that was not captured
 * @param vendors vendor ids of both ends, each once
 * @param nat whether there is a NAT in between
 * @param children SAs that were made for traffic, as far as messages could be read
 * @param dialogue what the ends said to each other
 */
public record IkeSa(
        int version,
        End initiator,
        End responder,
        List<Algorithm> algorithms,
        List<Vendor> vendors,
        Nat nat,
        List<ChildSa> children,
        Dialogue dialogue) {
    public IkeSa {
        algorithms = List.copyOf(algorithms);
        vendors = List.copyOf(vendors);
        children = List.copyOf(children);
    }

    /**
     * One of its ends.
     *
     * @param spi 64 bits; in version 1 its cookie
     */
    public record End(IpAddress address, long spi) {}

    /**
     * The messages of an IKE SA.
     *
     * @param exchanges in order of time
     * @param notices notify messages in order of time
     * @param access whether encrypted messages could be read
     * @param incomplete messages that were not captured whole
     */
    public record Dialogue(List<Exchange> exchanges, List<Notice> notices, Access access, int incomplete) {
        public Dialogue {
            exchanges = List.copyOf(exchanges);
            notices = List.copyOf(notices);
        }
    }

    /** What could be read of the messages that are encrypted. */
    public enum Access {
        /** There are none. */
        NOTHING_ENCRYPTED("nothing-encrypted"),
        /** No key was given. */
        NO_KEY("no-key"),
        /** Some or all were decrypted. */
        DECRYPTED("decrypted"),
        /** A key was given, and opens none. */
        KEY_REFUSED("key-refused");

        private final String text;

        Access(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** What {@code end} runs on, as its vendor ids tell: {@code Windows Server 2003 or XP SP2}. */
    public Optional<Vendor.Product> productOf(IpAddress end) {
        return vendors.stream()
                .filter(vendor -> vendor.sender().equals(end))
                .flatMap(vendor -> vendor.product().stream())
                .findFirst();
    }

    /** {@code 0x1122334455667788_i 0x8877665544332211_r}, as logs have it. */
    public String spis() {
        return spi(initiator.spi()) + "_i " + spi(responder.spi()) + "_r";
    }

    /** 16 hexadecimal digits after {@code 0x}. */
    public static String spi(long value) {
        return "0x" + HexFormat.of().toHexDigits(value);
    }
}

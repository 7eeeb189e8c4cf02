package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.SaCount;
import io.github.espial.context.TunnelDevice;
import io.github.espial.context.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went in and out of a tunnel device of IPsec, as {@code ip -s link} and {@code ifconfig} count it, in packets. */
final class DeviceCount {
    /** Names of devices that carry nothing but IPsec; what others carry may be in the clear, or PPP's own. */
    private static final Pattern OF_IPSEC = Pattern.compile("(?:ip_)?vti[\\w-]*|ipsec\\d+|xfrm[\\w-]*");

    /** {@code RX packets:0 errors:0 …}, and {@code RX packets 0  bytes 0 …}. */
    private static final Pattern IFCONFIG = Pattern.compile("\\s*(RX|TX) packets[: ](\\d{1,18})\\s.*");

    /** The heading, below which octets and packets stand. */
    private static final Pattern HEADING = Pattern.compile("\\s*(RX|TX):\\s+bytes\\s+packets\\s.*");

    private static final Pattern NUMBERS = Pattern.compile("\\s*\\d{1,18}\\s+(\\d{1,18})\\s+\\d.*");

    private DeviceCount() {}

    /** Adds what {@code details} count of a device, if it is one of IPsec and they do. */
    static void add(int line, String name, Optional<TunnelDevice> device, List<String> details, ContextNotes notes) {
        if (!OF_IPSEC.matcher(name).matches()) {
            return;
        }
        OptionalLong in = OptionalLong.empty();
        OptionalLong out = OptionalLong.empty();
        String heading = "";
        for (String detail : details) {
            Matcher inOne = IFCONFIG.matcher(detail);
            Matcher begin = HEADING.matcher(detail);
            Matcher numbers = NUMBERS.matcher(detail);
            boolean isIn = inOne.matches() ? inOne.group(1).equals("RX") : heading.equals("RX");
            boolean isCounted = inOne.matches() || (!heading.isEmpty() && numbers.matches());
            if (isCounted) {
                OptionalLong packets = Words.number(inOne.matches() ? inOne.group(2) : numbers.group(1));
                in = isIn ? packets : in;
                out = isIn ? out : packets;
            }
            heading = begin.matches() ? begin.group(1) : "";
        }
        if (in.isPresent() && out.isPresent()) {
            notes.add(new SaCount(
                    line,
                    name,
                    device.flatMap(TunnelDevice::local),
                    device.flatMap(TunnelDevice::remote),
                    SaCount.PACKETS,
                    in,
                    out));
        }
    }
}

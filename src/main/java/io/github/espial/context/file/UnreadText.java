package io.github.espial.context.file;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a text is of which nothing is read, as far as it names itself. */
public final class UnreadText {
    private record Kind(String text, Pattern mark) {
        static Kind of(String text, String mark) {
            return new Kind(text, Pattern.compile(mark));
        }
    }

    private static final Pattern DETAILS = Pattern.compile("(?m)^Frame \\d+: \\d+ bytes on wire");
    private static final Pattern HEX_DUMP = Pattern.compile("(?m)^\\s*(?:0x)?0000:?\\s+(?:[0-9a-f]{2} ?){8}");

    /** Characters in which a command may stand before what it prints. */
    private static final int COMMAND = 200;

    /** What somebody prints comes before what may hold it. */
    private static final List<Kind> KINDS = List.of(
            new Kind("packets in detail, as tshark -V prints them", DETAILS),
            new Kind("a hex dump of packets", HEX_DUMP),
            Kind.of("RouterOS output", "RouterOS|(?m)^\\[\\w[\\w.-]*@[^\\]]*\\] ?(?:/[\\w ]+)?>|^/ip |^/interface "),
            Kind.of("SonicOS output", "SonicOS|SonicWALL|SonicWall"),
            Kind.of("output of a Sophos firewall", "Sophos|Cyberoam|(?m)^console> "),
            Kind.of(
                    "FortiOS output",
                    "FortiGate|FortiOS|#config-version=F|(?m)^[\\w-]+ (?:\\(\\w+\\) )?# (?:get|diag|show|config)\\b"),
            Kind.of("PAN-OS output", "PAN-OS|(?m)^\\w+@PA-\\w+[>#]"),
            Kind.of("Junos output", "JUNOS|Junos|(?m)^\\w+@[\\w-]+> show security"),
            Kind.of("Check Point output", "(?m)^\\[Expert@|Check Point|Gaia"),
            Kind.of("Cisco output", "Cisco|ciscoasa|(?m)^Building configuration"),
            Kind.of("UniFi output", "UniFi|ubnt@|EdgeRouter"),
            Kind.of("VyOS output", "vyos@|VyOS"),
            Kind.of("a gateway configuration of AWS", "Amazon Web Services|Virtual Private Gateway|vgw-[0-9a-f]{8}"),
            Kind.of("a gateway configuration of Azure", "Microsoft Azure|azure"),
            Kind.of("output of OpenWrt", "root@OpenWrt|OpenWrt|mwan3"),
            Kind.of("a log of strongSwan", "charon\\b|\\b\\d\\d\\[(?:IKE|NET|CFG|ENC|KNL)\\]"),
            Kind.of("a log of libreswan", "pluto\\["),
            Kind.of("output of Windows", "(?m)^(?:PS )?[A-Z]:\\\\|PowerShell|Windows"),
            Kind.of("XML", "^\\s*<\\?xml"),
            Kind.of("a web page", "<(?:html|HTML|!DOCTYPE|body|div)\\b"),
            Kind.of("a mail", "(?m)^(?:Received|Message-ID|Subject): "),
            Kind.of("JSON", "^\\s*[\\[{]\\s*[\"{\\[]"),
            Kind.of("output of a shell", "(?m)^[\\w.-]+@[\\w.-]+:\\S*[#$] "));

    private UnreadText() {}

    /** Whether a file begins with octets or details of packets: what looks like words among them is none. */
    public static boolean isOfPackets(byte[] start) {
        Optional<Charset> charset = TextStart.charsetOf(start, start.length);
        if (charset.isEmpty()) {
            return false;
        }
        String text = new String(start, 0, Math.min(start.length, COMMAND), charset.get());
        return DETAILS.matcher(text).find() || HEX_DUMP.matcher(text).find();
    }

    /** A few words for it, by its first octets; empty where it is no text, or names nothing. */
    public static Optional<String> describe(byte[] start) {
        Optional<Charset> charset = TextStart.charsetOf(start, start.length);
        if (charset.isEmpty()) {
            return Optional.empty();
        }
        String text = new String(start, charset.get());
        for (Kind kind : KINDS) {
            if (kind.mark().matcher(text).find()) {
                return Optional.of(kind.text());
            }
        }
        return Optional.empty();
    }
}

package io.github.espial.diagnose.explain;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Subject;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Server;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a case's own addresses in the place of the laboratory's, in commands and filters that somebody is to paste. What the
 * case does not tell becomes a word in capitals: nothing of the laboratory may be taken for the case's.
 */
public final class CaseAddresses {
    private static final Pattern LABORATORY = Pattern.compile(
            "(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?:/16)?(?![\\d.]\\d)|0xc[0-9a-f]{7}|(?:[0-9a-f]{2}:){5}[0-9a-f]{2}");

    private final Map<String, String> own = new HashMap<>();
    private final String spi;

    private CaseAddresses(CaseReport report, Finding finding) {
        Subject subject = finding.subject();
        Optional<Server> server = server(report, subject.peer());
        Optional<Station> gateway = subject.actualNextHop()
                .or(() -> report.topology().nextHops().stream()
                        .filter(hop -> hop.is(NextHop.Role.DEFAULT_GATEWAY))
                        .findFirst()
                        .map(NextHop::station));
        Optional<IpPrefix> network = subject.innerDestinations().stream().findFirst();
        put("198.51.100.20", subject.peer(), "PEER");
        put("192.0.2.254", subject.expectedNextHop().flatMap(Station::address), "ROUTER-ADDRESS");
        put("00:1b:21:bb:00:fe", subject.expectedNextHop().flatMap(Station::mac), "ROUTER-MAC");
        put("192.0.2.1", gateway.flatMap(Station::address), "GATEWAY-ADDRESS");
        put("00:1b:21:aa:00:01", gateway.flatMap(Station::mac), "GATEWAY-MAC");
        put("192.0.2.10", server.flatMap(one -> one.addresses().stream().findFirst()), "SERVER-ADDRESS");
        put("00:0c:29:5e:10:0a", server.flatMap(one -> one.macs().stream().findFirst()), "SERVER-MAC");
        put("10.20.0.0/16", network, "INNER-NETWORK/LENGTH");
        put("10.20.0.0", network.map(IpPrefix::address), "INNER-NETWORK");
        put("255.255.0.0", network.map(CaseAddresses::mask), "INNER-MASK");
        put("10.30.0.0", Optional.empty(), "INNER-NETWORK");
        put("10.20.1.5", Optional.empty(), "INNER-HOST");
        put("10.1.0.50", Optional.empty(), "INNER-HOST");
        this.spi = subject.spis().stream().findFirst().map(Object::toString).orElse("SPI");
    }

    /**
     * The page with the addresses of a finding of {@code report}.
     *
     * @return empty where the peer has an address of IPv6, for which commands of other forms are needed
     */
    public static Optional<Explanation> in(Explanation page, CaseReport report, Finding finding) {
        boolean isIpv6 =
                finding.subject().peer().filter(peer -> peer.version() == 6).isPresent();
        if (isIpv6) {
            return Optional.empty();
        }
        CaseAddresses addresses = new CaseAddresses(report, finding);
        return Optional.of(new Explanation(
                page.id(),
                page.title(),
                page.parts().stream()
                        .map(part -> part.heading() == Heading.SOURCES ? part : addresses.of(part))
                        .toList()));
    }

    private static Optional<Server> server(CaseReport report, Optional<IpAddress> peer) {
        Optional<IpAddress> address = report.topology().peers().stream()
                .filter(one -> peer.filter(one.address()::equals).isPresent())
                .map(Peer::server)
                .findFirst();
        return report.topology().servers().stream()
                .filter(one -> address.isEmpty() || one.addresses().contains(address.get()))
                .findFirst();
    }

    private static String mask(IpPrefix network) {
        int bits = network.length() == 0 ? 0 : -1 << (Integer.SIZE - network.length());
        return IpAddress.ofIpv4(bits).toString();
    }

    private void put(String laboratory, Optional<?> known, String unknown) {
        own.put(laboratory, known.map(Object::toString).orElse(unknown));
    }

    private Part of(Part part) {
        return new Part(part.heading(), part.passages().stream().map(this::of).toList());
    }

    private Passage of(Passage passage) {
        if (passage instanceof Passage.Paragraph paragraph) {
            return of(paragraph);
        }
        if (passage instanceof Passage.Items items) {
            return new Passage.Items(items.items().stream().map(this::of).toList());
        }
        if (passage instanceof Passage.Filters filters) {
            return new Passage.Filters(filters.filters().stream().map(this::of).toList());
        }
        if (passage instanceof Passage.Commands commands) {
            return new Passage.Commands(commands.commands().stream()
                    .map(command -> new Passage.Command(command.where(), of(command.text()), of(command.remark())))
                    .toList());
        }
        throw new IllegalArgumentException("a passage of another kind: " + passage);
    }

    private Passage.Paragraph of(Passage.Paragraph paragraph) {
        return new Passage.Paragraph(paragraph.phrases().stream()
                .map(phrase -> new Passage.Phrase(phrase.kind(), of(phrase.text())))
                .toList());
    }

    private String of(String text) {
        return LABORATORY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(of(found.group(), found.group())));
    }

    private String of(String token, String otherwise) {
        return token.startsWith("0x") ? spi : own.getOrDefault(token, otherwise);
    }
}

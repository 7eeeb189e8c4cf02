package io.github.espial.report.text;

import io.github.espial.infer.SecurityAssociation;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SAs, a line each, with whom their frames were handed to. */
final class AssociationTable {
    /** Lines at the most; JSON has all of them. */
    private static final int MOST = 20;

    private static final int INDENT = 2;

    private AssociationTable() {}

    static void write(TextPage page, List<SecurityAssociation> associations) {
        if (associations.isEmpty()) {
            return;
        }
        page.blank();
        page.line(0, Tone.HEADING, "Security associations");
        List<Row> rows =
                associations.stream().limit(MOST).map(AssociationTable::row).toList();
        int pairWidth = Stream.concat(Stream.of(Row.HEADER), rows.stream())
                .mapToInt(row -> row.pair().length())
                .max()
                .orElseThrow();
        page.line(INDENT, Row.HEADER.text(pairWidth));
        rows.forEach(row -> page.line(INDENT, row.text(pairWidth)));
        if (associations.size() > MOST) {
            page.line(INDENT, "and " + (associations.size() - MOST) + " more; the JSON report has all");
        }
    }

    private static Row row(SecurityAssociation association) {
        return new Row(
                protocol(association.traffic()),
                association.spi().toString(),
                association.source() + " > " + association.destination(),
                association.direction().toString(),
                Long.toString(association.span().frames()),
                nextHops(association));
    }

    private static String protocol(Traffic traffic) {
        return switch (traffic) {
            case AH -> "AH";
            case UDP_ESP -> "UDP-ESP";
            default -> "ESP";
        };
    }

    private static String nextHops(SecurityAssociation association) {
        String macs = association.links().stream()
                .map(SecurityAssociation.Link::hop)
                .flatMap(hop -> hop.destination().map(mac -> mac + vlan(hop)).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return macs.isEmpty() ? "not captured" : macs;
    }

    private static String vlan(Hop hop) {
        return hop.vlans().isEmpty() ? "" : " (VLAN " + hop.vlans().get(0) + ")";
    }

    private record Row(String protocol, String spi, String pair, String direction, String frames, String nextHops) {
        static final Row HEADER = new Row("", "SPI", "source > destination", "direction", "frames", "handed to");

        String text(int pairWidth) {
            return padded(protocol, 7) + "  " + padded(spi, 10) + "  " + padded(pair, pairWidth) + "  "
                    + padded(direction, 9) + "  " + " ".repeat(Math.max(0, 8 - frames.length())) + frames + "  "
                    + nextHops;
        }

        private static String padded(String text, int width) {
            return text + " ".repeat(Math.max(0, width - text.length()));
        }
    }
}

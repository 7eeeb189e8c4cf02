package io.github.espial.report.words;

import io.github.espial.infer.SecurityAssociation;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The SAs, a row each, with whom their frames were handed to. */
public final class AssociationTable {
    private static final int MOST = 20;
    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("", 7),
            Table.Column.of("SPI", 10),
            Table.Column.of("source > destination", 0),
            Table.Column.of("direction", 9),
            new Table.Column("frames", true, 8),
            Table.Column.of("handed to", 0));

    private AssociationTable() {}

    /** The first {@value #MOST}. */
    public static Table of(List<SecurityAssociation> associations) {
        return of(associations, MOST);
    }

    /** The first {@code most}. */
    public static Table of(List<SecurityAssociation> associations, int most) {
        List<List<String>> rows = new ArrayList<>();
        for (SecurityAssociation one : associations.subList(0, Math.min(most, associations.size()))) {
            rows.add(List.of(
                    protocol(one.traffic()),
                    one.spi().toString(),
                    one.source() + " > " + one.destination(),
                    one.direction().toString(),
                    Long.toString(one.span().frames()),
                    nextHops(one)));
        }
        String rest = Numbers.rest(associations.size(), most, "");
        return new Table("Security associations", COLUMNS, rows, rest, "");
    }

    /** What carries packets of an SA. */
    static String protocol(Traffic traffic) {
        return switch (traffic) {
            case AH -> "AH";
            case UDP_ESP -> "UDP-ESP";
            default -> "ESP";
        };
    }

    private static String nextHops(SecurityAssociation association) {
        Set<String> macs = new LinkedHashSet<>();
        for (SecurityAssociation.Link link : association.links()) {
            Hop hop = link.hop();
            if (hop.destination().isPresent()) {
                MacAddress mac = hop.destination().get();
                macs.add(mac
                        + (hop.vlans().isEmpty() ? "" : " (VLAN " + hop.vlans().get(0) + ")"));
            }
        }
        return macs.isEmpty() ? StationWords.UNKNOWN_MAC : String.join(", ", macs);
    }
}

package io.github.espial.report.summary;

import io.github.espial.infer.Peer;
import io.github.espial.infer.Server;
import io.github.espial.report.route.RouteMap;
import io.github.espial.report.route.Way;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.Strip;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The network as far as the case tells: servers, next hops and peers, with the ways between them. */
final class TopologyDrawing implements Block {
    private static final int MOST_PEERS = 6;
    private static final int MOST_ROUTERS = 6;
    private static final int MOST_SERVERS = 4;
    private static final int MOST_WAYS = 14;

    private final RouteMap map;
    private final Typefaces fonts;
    private final TextStyle note;

    TopologyDrawing(RouteMap map, Typefaces fonts) {
        this.map = map;
        this.fonts = fonts;
        this.note = new TextStyle(fonts.regular(7.5), Palette.FAINT);
    }

    @Override
    public List<Strip> strips(double width) {
        List<Peer> peers = map.peers().stream().limit(MOST_PEERS).toList();
        List<Way> ways = map.ways().stream()
                .filter(way -> peers.contains(way.peer()) && way.server() < MOST_SERVERS)
                .sorted(Comparator.comparing(Way::kind))
                .limit(MOST_WAYS)
                .toList();
        List<Integer> routers = Stream.concat(
                        ways.stream().map(Way::router),
                        IntStream.range(0, map.routers().size()).boxed())
                .distinct()
                .limit(MOST_ROUTERS)
                .toList();
        List<Server> servers = map.servers().stream().limit(MOST_SERVERS).toList();
        if (servers.isEmpty() && routers.isEmpty()) {
            return Paragraph.of("The case tells of no server, next hop or peer", note)
                    .strips(width);
        }
        List<Way> drawn =
                ways.stream().filter(way -> routers.contains(way.router())).toList();
        WayPlan plan = new WayPlan(map, servers, routers, peers, drawn, fonts, width);
        List<Strip> strips = new ArrayList<>();
        strips.add(new Strip(plan.height(), true, plan::draw));
        strips.add(Strip.gap(4).kept());
        if (!drawn.isEmpty()) {
            WayLegend legend = new WayLegend(
                    drawn.stream().map(Way::kind).distinct().sorted().toList(), note);
            strips.addAll(legend.strips(width));
        }
        String rest = rest(servers, routers, peers, drawn);
        if (!rest.isEmpty()) {
            strips.addAll(Paragraph.of(rest, note).strips(width));
        }
        return strips;
    }

    private String rest(List<Server> servers, List<Integer> routers, List<Peer> peers, List<Way> drawn) {
        List<String> rest = new ArrayList<>();
        addRest(rest, map.servers().size() - servers.size(), "server");
        addRest(rest, map.routers().size() - routers.size(), "next hop");
        addRest(rest, map.peers().size() - peers.size(), "peer");
        addRest(
                rest,
                (int) map.ways().stream()
                        .filter(way -> peers.contains(way.peer()) && !drawn.contains(way))
                        .count(),
                "way");
        String left = rest.isEmpty() ? "" : "Not drawn: " + String.join(", ", rest) + ". ";
        return map.ways().isEmpty() ? left + "No IPsec or IKE traffic to a peer was seen leaving the server." : left;
    }

    private static void addRest(List<String> rest, int count, String what) {
        if (count > 0) {
            rest.add(count + " more " + what + (count == 1 ? "" : "s"));
        }
    }
}

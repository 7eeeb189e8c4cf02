package io.github.espial.report.summary;

import io.github.espial.infer.Peer;
import io.github.espial.infer.Server;
import io.github.espial.report.route.DrawnWay;
import io.github.espial.report.route.FoldedMap;
import io.github.espial.report.route.RouteMap;
import io.github.espial.report.sheet.Typefaces;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Places of boxes and lanes. Each way has a lane of its own beside its next hop, which holds its label: so neither lines
 * nor labels can lie upon each other, however many there are.
 */
final class WayPlan {
    private static final double SERVER_WIDTH = 0.21;
    private static final double LANES = 0.29;
    private static final double ROUTER_WIDTH = 0.22;
    private static final double FAN = 0.09;

    private final RouteMap map;
    private final List<DrawnWay> ways;
    private final List<Integer> routers;
    private final List<Peer> peers;
    private final List<LabelBox> serverBoxes;
    private final List<LabelBox> routerBoxes;
    private final List<LabelBox> peerBoxes;
    private final LaneText lanes;
    private final Column serverPlaces;
    private final Column routerPlaces;
    private final Column peerPlaces;
    private final double height;

    WayPlan(FoldedMap folded, Shown shown, Typefaces fonts, double width) {
        List<Server> servers = shown.servers();
        this.map = folded.map();
        this.routers = shown.routers();
        this.ways = shown.ways().stream()
                .sorted(Comparator.comparingInt((DrawnWay way) -> routers.indexOf(way.router()))
                        .thenComparingInt(way -> shown.peers().indexOf(way.peer())))
                .toList();
        this.peers = shown.peers().stream()
                .sorted(Comparator.comparingDouble(this::meanRouter))
                .toList();
        Stations stations = new Stations(fonts);
        double serverWidth = width * SERVER_WIDTH;
        double routerWidth = width * ROUTER_WIDTH;
        double routerLeft = width * (SERVER_WIDTH + LANES);
        double peerLeft = routerLeft + routerWidth + width * FAN;
        this.serverBoxes = servers.isEmpty()
                ? List.of(stations.unknownServer(serverWidth))
                : servers.stream()
                        .map(server -> stations.server(server, serverWidth))
                        .toList();
        this.routerBoxes = routers.stream()
                .map(router -> stations.router(map.routers().get(router), routerWidth))
                .toList();
        this.peerBoxes = this.peers.stream()
                .map(peer -> stations.peer(peer, folded.alike().getOrDefault(peer, List.of()), width - peerLeft))
                .toList();
        this.lanes = new LaneText(fonts, width * LANES, peers.size() > 1, folded.alike());
        List<Double> serverHeights = serverBoxes.stream().map(LabelBox::height).toList();
        List<Double> routerHeights = IntStream.range(0, routers.size())
                .mapToObj(i -> Math.max(routerBoxes.get(i).height(), lanesHeight(routers.get(i))))
                .toList();
        List<Double> peerHeights = peerBoxes.stream().map(LabelBox::height).toList();
        this.height = Math.max(
                Column.height(routerHeights), Math.max(Column.height(serverHeights), Column.height(peerHeights)));
        this.serverPlaces = Column.of(0.5, serverWidth - 0.5, serverHeights, height);
        this.routerPlaces = Column.of(routerLeft, routerWidth, routerHeights, height);
        this.peerPlaces = Column.of(peerLeft, width - peerLeft - 0.5, peerHeights, height);
    }

    double height() {
        return height + 1;
    }

    void draw(Graphics2D g) {
        List<WayLine> lines = lines();
        List<WayLine> direct =
                lines.stream().filter(line -> detour(line.way()).isEmpty()).toList();
        direct.forEach(line -> line.drawFan(g));
        direct.forEach(line -> line.drawFarSign(g));
        lines.forEach(line -> line.drawLane(g, lanes));
        draw(g, serverBoxes, serverPlaces);
        draw(g, routerBoxes, routerPlaces);
        draw(g, peerBoxes, peerPlaces);
        lines.forEach(line -> detour(line.way()).ifPresent(to -> line.drawDetour(g, to)));
    }

    /** The box of the router that a way goes on by, where both are drawn. */
    private Optional<Rectangle2D> detour(DrawnWay way) {
        return map.detourOf(way)
                .map(routers::indexOf)
                .filter(place -> place >= 0)
                .map(place -> routerPlaces.places().get(place));
    }

    private static void draw(Graphics2D g, List<LabelBox> boxes, Column column) {
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).draw(g, column.places().get(i));
        }
    }

    private List<WayLine> lines() {
        List<WayLine> lines = new ArrayList<>();
        for (int i = 0; i < routers.size(); i++) {
            int router = routers.get(i);
            Rectangle2D box = routerPlaces.places().get(i);
            double y = box.getCenterY() - lanesHeight(router) / 2;
            for (DrawnWay way : ways) {
                if (way.router() == router) {
                    double lane = y + lanes.above(way);
                    lines.add(new WayLine(
                            way,
                            port(serverPlaces.places().get(way.server()), way, true),
                            lane,
                            box,
                            port(peerPlaces.places().get(peers.indexOf(way.peer())), way, false)));
                    y += lanes.height(way);
                }
            }
        }
        return lines;
    }

    private double lanesHeight(int router) {
        return ways.stream()
                .filter(way -> way.router() == router)
                .mapToDouble(lanes::height)
                .sum();
    }

    /** Where a way touches a box: the ways of a box are spread over its side in the order of their lanes. */
    private WayLine.Port port(Rectangle2D box, DrawnWay way, boolean atServer) {
        List<DrawnWay> sharing = ways.stream()
                .filter(other ->
                        atServer ? other.server() == way.server() : other.peer().equals(way.peer()))
                .toList();
        double y = box.getY() + box.getHeight() * (sharing.indexOf(way) + 1) / (sharing.size() + 1);
        return new WayLine.Port(atServer ? box.getMaxX() : box.getX(), y);
    }

    private double meanRouter(Peer peer) {
        return ways.stream()
                .filter(way -> way.peer().equals(peer))
                .mapToInt(way -> routers.indexOf(way.router()))
                .average()
                .orElse(map.routers().size());
    }
}

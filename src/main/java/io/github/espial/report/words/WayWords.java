package io.github.espial.report.words;

import io.github.espial.observe.Traffic;
import io.github.espial.report.route.DrawnRouter;
import io.github.espial.report.route.DrawnWay;
import io.github.espial.report.route.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the drawing of the network and the charts say of ways and next hops. */
public final class WayWords {
    /** Addresses that a label names. */
    private static final int NAMED = 2;

    /** Characters of an interface's name that a label holds: Linux has 15, Windows may have any. */
    private static final int NAME_LENGTH = 24;

    private WayWords() {}

    /** What a way carries, and what is to be said of it, in a few words. */
    public static String label(DrawnWay way) {
        return switch (way.kind()) {
            case WRONG -> "taken: " + counted(way);
            case PROPER, UNJUDGED -> counted(way);
            case UNUSED -> way.carries().contains(Traffic.IKE) ? "proper: IKE goes here" : "proper: nothing seen";
        };
    }

    /** What a legend says of ways of this kind. */
    public static String meaning(DrawnWay.Kind kind) {
        return switch (kind) {
            case WRONG -> "way taken, not the proper one";
            case PROPER -> "proper way";
            case UNUSED -> "proper way, not taken";
            case UNJUDGED -> "way taken, not judged";
        };
    }

    /** What to add to the name of a next hop; empty where there is nothing to say. */
    public static String suffix(Standing standing) {
        return switch (standing) {
            case WRONG -> ", not the proper next hop";
            case PROPER -> ", proper next hop";
            case MIXED -> ", wrong for some peers";
            case NEITHER -> "";
        };
    }

    /** What a next hop is. */
    public static String title(DrawnRouter router) {
        return switch (router.part()) {
            case UNSEEN -> "Next hop not in the capture";
            case PEER -> "The peer itself, on link";
            case DEFAULT_GATEWAY -> "Default gateway";
            case OTHER_ROUTER -> "Other router";
            case ROUTER -> "Router";
        };
    }

    /** What else it is; empty where that is all. */
    public static String otherParts(DrawnRouter router) {
        List<String> parts = new ArrayList<>();
        if (router.isVirtual()) {
            parts.add("virtual router MAC");
        }
        if (router.isProperForSome()) {
            parts.add("proper next hop of a peer");
        }
        return String.join(", ", parts);
    }

    /** Everything on one line: addresses, MAC, interface, and what it is. */
    public static String line(DrawnRouter router) {
        List<String> known = new ArrayList<>();
        router.addresses().stream().limit(NAMED).forEach(address -> known.add(address.toString()));
        router.mac().ifPresent(mac -> known.add(mac.toString()));
        router.interfaceName().ifPresent(name -> known.add(beginning(name)));
        known.add(known.isEmpty() ? title(router) : title(router).toLowerCase(Locale.ROOT));
        return String.join(" · ", known);
    }

    /** What is said below the drawing of what it leaves out. */
    public static String notDrawn(int servers, int nextHops, int peers, int ways) {
        List<String> rest = new ArrayList<>();
        addRest(rest, servers, "server");
        addRest(rest, nextHops, "next hop");
        addRest(rest, peers, "peer");
        addRest(rest, ways, "way");
        return rest.isEmpty() ? "" : "Not drawn: " + String.join(", ", rest) + ". ";
    }

    private static void addRest(List<String> rest, int count, String what) {
        if (count > 0) {
            rest.add(count + " more " + what + (count == 1 ? "" : "s"));
        }
    }

    private static String counted(DrawnWay way) {
        return Numbers.counted(way.frames(), name(way.carries()) + " frame");
    }

    private static String name(Set<Traffic> carries) {
        if (carries.size() != 1) {
            return "IPsec";
        }
        Traffic traffic = carries.iterator().next();
        return traffic == Traffic.IKE ? "IKE" : AssociationTable.protocol(traffic);
    }

    private static String beginning(String name) {
        return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH) + "…";
    }
}

package io.github.espial.report.words;

import io.github.espial.report.Decimals;

/** Titles, labels and legends of what is drawn. */
public final class FigureWords {
    public static final String NETWORK = "Who sent what by whom";
    public static final String ESP_OVER_TIME = "Outbound ESP over time, by next hop";
    public static final String FRAMES_BY_NEXT_HOP = "Frames by next hop and kind";

    public static final String NO_NETWORK = "The case tells of no server, next hop or peer";
    public static final String NO_WAYS = "No IPsec or IKE traffic to a peer was seen leaving the server.";
    public static final String DETOUR = "The arrow from one next hop to another: it was seen to hand the packets on.";
    public static final String NO_TIMES = "No outbound IPsec frame with a time stamp: nothing to draw over time";
    public static final String NO_FRAMES = "No IKE or IPsec frame between a server and a peer: nothing to count";

    public static final String SERVER = "Server";
    public static final String UNKNOWN_SERVER = "not told by the capture";
    public static final String PEER = "Peer";
    public static final String NO_MAC = "no MAC in the capture";
    public static final String UNKNOWN_MAC = "MAC not in the capture";
    public static final String UNKNOWN_ADDRESS = "address not in the capture";

    public static final String FRAMES = "Frames";
    public static final String IKE = "IKE, out and in";
    public static final String ESP_OUT = "ESP out";
    public static final String ESP_OUT_MEANING = "ESP out (AH and UDP-encapsulated ESP counted too)";
    public static final String ESP_IN = "ESP in";
    public static final String L2TP = "L2TP in the clear";

    private FigureWords() {}

    public static String interfaceName(String name) {
        return "interface " + name;
    }

    /** For whom a way is. */
    public static String whom(Object peer) {
        return "for " + peer;
    }

    public static String peers(int count) {
        return count + " peers";
    }

    public static String more(int count) {
        return "and " + count + " more";
    }

    /** What lines or bars stand for that one is too few of to show. */
    public static String otherNextHops(int count) {
        return count + " other next hops";
    }

    /** The unit of an axis. */
    public static String framesPer(long nanos) {
        return FRAMES + " per " + Decimals.significant(nanos, 9, 2) + " s";
    }

    /** The name of an axis of times, with the dates that its ticks leave out. */
    public static String time(String firstDate, String lastDate) {
        return "Time (UTC), " + (firstDate.equals(lastDate) ? firstDate : firstDate + " to " + lastDate);
    }
}

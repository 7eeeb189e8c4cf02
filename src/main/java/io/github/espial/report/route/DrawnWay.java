package io.github.espial.report.route;

import io.github.espial.infer.Peer;

/**
 * A way from a server by a next hop to a peer.
 *
 * @param server index of the server in {@link RouteMap#servers()}, 0 where none is known
 * @param router index of the next hop in {@link RouteMap#routers()}
 * @param peer the far end
 * @param kind what is to be said of it
 * @param label the same in a few words, with the frames seen
 * @param frames outbound frames that took it
 */
public record DrawnWay(int server, int router, Peer peer, Kind kind, String label, long frames) {
    /** How a way that was taken compares with the peer's proper one. */
    public enum Kind {
        /** Taken, and a finding says that it is not the proper one. */
        WRONG("way taken, not the proper one"),
        /** The proper one, and IPsec traffic took it. */
        PROPER("proper way"),
        /** The proper one, which IPsec traffic did not take. */
        UNUSED("proper way, not taken"),
        /** Taken; nothing says whether it is the proper one. */
        UNJUDGED("way taken, not judged");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What a legend says. */
        public String words() {
            return words;
        }
    }
}

package io.github.espial.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the capture of a network shows, as far as it bears on verdicts. */
final class Witness {
    private final Map<Tunnel, Sent> tunnels = new HashMap<>();
    private final Map<Peer, Talk> talks = new HashMap<>();
    private final Set<Router> resolved = new HashSet<>();
    private final Map<String, Integer> internet = new HashMap<>();

    /** Outbound packets of a tunnel, as far as they were captured. */
    static final class Sent {
        int right;
        int wrong;
        int rightAnswered;
        int wrongAnswered;
        int redirects;
        /** Packets since the last answer. */
        int sinceAnswer;

        void count(boolean isRight) {
            right += isRight ? 1 : 0;
            wrong += isRight ? 0 : 1;
            sinceAnswer++;
        }

        void answered(boolean isRight) {
            rightAnswered += isRight ? 1 : 0;
            wrongAnswered += isRight ? 0 : 1;
            sinceAnswer = 0;
        }
    }

    /** IKE with a peer. */
    static final class Talk {
        /** Exchanges on the proper way that were completed. */
        int answered;

        int unanswered;
        /** Next hops of the server's packets for the peer, IKE and ESP, where they change. */
        final List<String> hops = new ArrayList<>();

        void goes(String mac) {
            if (hops.isEmpty() || !hops.get(hops.size() - 1).equals(mac)) {
                hops.add(mac);
            }
        }
    }

    Sent of(Tunnel tunnel) {
        return tunnels.computeIfAbsent(tunnel, key -> new Sent());
    }

    Talk of(Peer peer) {
        return talks.computeIfAbsent(peer, key -> new Talk());
    }

    /** The router's address and MAC were both told. */
    void resolved(Router router) {
        resolved.add(router);
    }

    boolean isResolved(Router router) {
        return resolved.contains(router);
    }

    /** The server's packet for the Internet went to {@code mac}. */
    void surfed(String mac) {
        internet.merge(mac, 1, Integer::sum);
    }

    /** Whether it shows that {@code mac} is the default gateway's. */
    boolean isGateway(String mac) {
        return internet.getOrDefault(mac, 0) > 5;
    }
}

package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What speaks for each router as the proper next hop of one peer: log-odds that add up. */
final class Votes {
    private final Map<Router, List<Evidence>> votes = new LinkedHashMap<>();
    private final RouterIndex candidates = new RouterIndex();
    private final Set<MacAddress> stated = new HashSet<>();

    void add(Router router, Evidence evidence) {
        Router candidate = candidate(router);
        candidates.add(candidate);
        votes.computeIfAbsent(candidate, key -> new ArrayList<>()).add(evidence);
    }

    /** The candidate that {@code router} is; one that was known without its VLAN goes by the fuller knowledge from now on. */
    private Router candidate(Router router) {
        Optional<Router> known = candidates.sameAs(router).stream().findFirst();
        if (known.isEmpty() || !known.get().vlans().isEmpty() || router.vlans().isEmpty()) {
            return known.orElse(router);
        }
        Router fuller = new Router(known.get().macs(), known.get().addresses(), router.vlans());
        votes.put(fuller, votes.remove(known.get()));
        candidates.remove(known.get());
        candidates.add(fuller);
        return fuller;
    }

    /**
     * Where one candidate is known by its address only, and one by its MAC only, these are one: IKE goes to a MAC, and a
     * redirect or a table names the address. Not a candidate that redirects to the other, nor one for which no more speaks
     * than that answers arrive: unless the address is that of the one default gateway, and the MAC takes what goes to the
     * Internet; or neither is a default gateway's, which is seen at another MAC, and all of the tunnel goes to the MAC.
     */
    void unite(PeerInquiry inquiry) {
        List<Map.Entry<Router, List<Evidence>>> named = votes.entrySet().stream()
                .filter(vote -> scoreOf(vote.getKey()) > 0)
                .filter(vote -> vote.getKey().macs().isEmpty())
                .toList();
        List<Map.Entry<Router, List<Evidence>>> unnamed = votes.entrySet().stream()
                .filter(vote -> scoreOf(vote.getKey()) > 0)
                .filter(vote -> vote.getKey().addresses().isEmpty())
                .filter(vote -> !inquiry.redirects(vote.getKey()))
                .toList();
        List<Map.Entry<Router, List<Evidence>>> routes =
                unnamed.stream().filter(vote -> isRoute(vote, inquiry)).toList();
        if (!routes.isEmpty()) {
            unite(named, routes);
        } else {
            uniteByGateway(named, unnamed, inquiry);
        }
    }

    private void uniteByGateway(
            List<Map.Entry<Router, List<Evidence>>> named,
            List<Map.Entry<Router, List<Evidence>>> unnamed,
            PeerInquiry inquiry) {
        Gateways gateways = inquiry.gateways();
        unite(
                named.stream()
                        .filter(vote -> gateways.isOnlyNamed(vote.getKey()))
                        .toList(),
                unnamed.stream()
                        .filter(vote -> gateways.isGateway(vote.getKey()))
                        .toList());
        boolean isGatewaySeen = gateways.all().keySet().stream()
                .anyMatch(gateway -> !gateway.macs().isEmpty());
        if (isGatewaySeen) {
            unite(
                    named.stream()
                            .filter(vote -> !gateways.isGateway(vote.getKey()))
                            .toList(),
                    unnamed.stream()
                            .filter(vote -> !gateways.isGateway(vote.getKey())
                                    && inquiry.tunnelTakers().equals(Set.of(vote.getKey())))
                            .toList());
        }
    }

    private void unite(List<Map.Entry<Router, List<Evidence>>> named, List<Map.Entry<Router, List<Evidence>>> unnamed) {
        if (named.size() == 1 && unnamed.size() == 1) {
            Router taker = unnamed.get(0).getKey();
            Router address = named.get(0).getKey();
            List<Evidence> evidence = new ArrayList<>(named.get(0).getValue());
            evidence.addAll(unnamed.get(0).getValue());
            votes.remove(address);
            votes.remove(taker);
            votes.put(new Router(taker.macs(), address.addresses(), taker.vlans()), evidence);
        }
    }

    private static boolean isRoute(Map.Entry<Router, List<Evidence>> vote, PeerInquiry inquiry) {
        return inquiry.ike().isAnswered(vote.getKey())
                || vote.getValue().stream().anyMatch(one -> one.kind().equals("gateway-forwards"));
    }

    /** The user stated that the proper next hop has {@code mac}. */
    void state(MacAddress mac) {
        stated.add(mac);
    }

    /** Whether the user stated a MAC of {@code router}. */
    boolean isStated(Router router) {
        return router.macs().stream().anyMatch(stated::contains);
    }

    /** The log-odds that speak for {@code router}. */
    double scoreOf(Router router) {
        return votes.getOrDefault(router, List.of()).stream()
                .mapToDouble(Evidence::weight)
                .sum();
    }

    private int inScore(Router one, Router other) {
        return Double.compare(scoreOf(one), scoreOf(other));
    }

    /** The router with most in its favour, if anything is. */
    Optional<Router> favourite() {
        return votes.keySet().stream().filter(router -> scoreOf(router) > 0).max(this::inScore);
    }

    /** The log-odds by which {@code router} leads over every other, or over none at all. */
    double leadOf(Router router) {
        double next = votes.keySet().stream()
                .filter(other -> !other.equals(router))
                .mapToDouble(this::scoreOf)
                .max()
                .orElse(0);
        return scoreOf(router) - Math.max(0, next);
    }

    /**
     * All evidence, the heaviest first, with its weight for the favourite: what speaks for the runner-up speaks against
     * it, and what is about any other only illustrates. The sum is the favourite's lead.
     */
    List<Evidence> evidence() {
        Optional<Router> favourite = favourite();
        Optional<Router> rival = votes.keySet().stream()
                .filter(router -> !favourite.equals(Optional.of(router)) && scoreOf(router) > 0)
                .max(this::inScore);
        List<Evidence> signed = new ArrayList<>();
        votes.forEach((router, evidence) -> {
            boolean isOwn = favourite.equals(Optional.of(router));
            double sign = isOwn || favourite.isEmpty() ? 1 : rival.equals(Optional.of(router)) ? -1 : 0;
            evidence.forEach(one -> signed.add(one.withWeight(sign == 0 ? 0 : sign * one.weight())));
        });
        signed.sort((one, other) -> Double.compare(Math.abs(other.weight()), Math.abs(one.weight())));
        return List.copyOf(signed);
    }

    /** The probability that log-odds stand for, kept below certainty. */
    static double confidence(double logOdds) {
        return Math.min(0.9999, 1 / (1 + Math.exp(-logOdds)));
    }
}

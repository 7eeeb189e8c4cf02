package io.github.espial.mcp.tool;

import io.github.espial.mcp.answer.Answer;
import io.github.espial.mcp.answer.Arguments;
import io.github.espial.mcp.answer.Bounded;
import io.github.espial.mcp.answer.RefusedException;
import io.github.espial.mcp.desk.Desk;
import io.github.espial.mcp.desk.OpenCase;
import io.github.espial.mcp.desk.Question;
import io.github.espial.net.IpAddress;
import io.github.espial.predict.Predictions;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.LookupModel;
import io.github.espial.routing.Machine;
import io.github.espial.routing.Route;
import io.github.espial.routing.StatedNetwork;
import io.github.espial.store.ReadProgress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code lookup}: which way a packet to an address takes by the machine's own tables, before and after IPsec. */
final class LookupTool implements Tool {
    private final Desk desk;

    LookupTool(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "lookup";
    }

    @Override
    public Answer answer(Arguments arguments, ReadProgress progress) throws RefusedException, InterruptedException {
        IpAddress destination = arguments.address("destination");
        Optional<String> source = arguments.text("source");
        Optional<IpAddress> from =
                source.isPresent() ? Optional.of(Arguments.address("source", source.get())) : Optional.empty();
        OpenCase open = desk.open(Question.of(arguments), progress);
        List<Machine> machines = new ArrayList<>(
                Machine.all(open.files().contexts(), open.report().topology().identity()));
        machines.removeIf(machine -> machine.lookup().isEmpty());
        if (machines.isEmpty()) {
            throw new RefusedException("the case has no routing table; the tool ask names the commands that print one");
        }
        List<Map<String, Object>> ways = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Machine machine : machines) {
            Optional<StatedNetwork> tunnel = tunnel(machine, from, destination);
            ways.add(Bounded.row(way(machine, tunnel, from, destination)));
            sentences.add(sentence(machine, tunnel, from, destination));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("destination", destination.toString());
        Predictions predictions = open.report().predictions();
        members.put("model", predictions.model().map(LookupTool::name).orElse("unknown"));
        members.put("modelObserved", predictions.isObserved());
        members.put("machines", ways);
        sentences.add(model(predictions));
        return new Answer(String.join("\n", sentences), members);
    }

    /** The tunnel that states the longest prefix for the destination, and nothing against the source. */
    private static Optional<StatedNetwork> tunnel(Machine machine, Optional<IpAddress> source, IpAddress destination) {
        return machine.tunnels().networks().stream()
                .filter(one -> one.network().contains(destination))
                .filter(one -> source.isEmpty()
                        || one.source().isEmpty()
                        || one.source().get().contains(source.get()))
                .max(Comparator.comparingInt(one -> one.network().length()));
    }

    private static Map<String, Object> way(
            Machine machine, Optional<StatedNetwork> tunnel, Optional<IpAddress> source, IpAddress destination) {
        Map<String, Object> way = new LinkedHashMap<>();
        way.put(
                "addresses",
                machine.addresses().stream().sorted().map(IpAddress::toString).toList());
        way.put(
                "platforms",
                machine.platforms().stream().map(Object::toString).sorted().toList());
        way.put("beforeIpsec", step(machine.lookup().lookup(source, destination)));
        tunnel.ifPresent(one -> {
            Map<String, Object> stated = new LinkedHashMap<>();
            stated.put("network", one.network().toString());
            stated.put("peer", one.peer().toString());
            stated.put("standing", one.standing().toString());
            one.device().ifPresent(device -> stated.put("device", device));
            stated.put("origin", one.origin());
            way.put("tunnel", stated);
            way.put("afterIpsec", step(machine.lookup().lookup(one.local(), one.peer())));
        });
        return way;
    }

    private static Map<String, Object> step(Lookup lookup) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("outcome", outcome(lookup));
        lookup.nextHop().ifPresent(hop -> step.put("nextHop", hop.toString()));
        lookup.decidedBy().ifPresent(route -> {
            step.put("route", route.destination().toString());
            step.put("origin", route.origin());
            route.interfaceName().ifPresent(name -> step.put("interface", name));
        });
        return step;
    }

    private static String outcome(Lookup lookup) {
        if (lookup instanceof Lookup.Found found) {
            return found.route().isOnLink() ? "on-link" : "router";
        }
        return lookup instanceof Lookup.Masked
                ? "masked"
                : lookup instanceof Lookup.Several ? "one-of-several" : "nowhere";
    }

    private static String sentence(
            Machine machine, Optional<StatedNetwork> tunnel, Optional<IpAddress> source, IpAddress destination) {
        String before = "Looked up before IPsec, by its destination, a packet to " + destination + " goes "
                + words(machine.lookup().lookup(source, destination)) + ".";
        if (tunnel.isEmpty()) {
            return before + " No tunnel that the words of this machine state is for it.";
        }
        StatedNetwork network = tunnel.get();
        return before + " It belongs into the tunnel with " + network.peer() + " (" + network.network() + ", "
                + network.origin() + "); looked up after IPsec, as a packet to " + network.peer() + ", it goes "
                + words(machine.lookup().lookup(network.local(), network.peer())) + ".";
    }

    private static String words(Lookup lookup) {
        String by = lookup.decidedBy()
                .map(route -> " by the route for " + route.destination()
                        + route.interfaceName().map(name -> " on " + name).orElse("") + " (" + route.origin() + ")")
                .orElse("");
        boolean isOnLink = lookup.decidedBy().filter(Route::isOnLink).isPresent();
        return isOnLink
                ? "straight to it" + by
                : lookup.nextHop()
                        .map(hop -> "to " + hop + by)
                        .orElse("nowhere that can be told (" + outcome(lookup) + ")");
    }

    private static String model(Predictions predictions) {
        return predictions
                .model()
                .map(model -> (predictions.isObserved() ? "As captured packets show" : "As is usual on its platform")
                        + ", this machine looks routes up " + model + ".")
                .orElse("Nothing tells whether this machine looks routes up before IPsec or after.");
    }

    private static String name(LookupModel model) {
        return model == LookupModel.BEFORE_IPSEC ? "before-ipsec" : "after-ipsec";
    }
}

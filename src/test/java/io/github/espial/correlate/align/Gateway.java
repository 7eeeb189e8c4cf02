package io.github.espial.correlate.align;

import io.github.espial.esp.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A simulated gateway: hosts inside talk to networks behind peers and to the Internet; what is for a peer leaves as ESP, in
 * the SA and by the next hop of its network. Both sides are captured, with losses and by clocks that differ. The same seed
 * gives the same packets.
 */
final class Gateway {
    private static final double SECOND = 1e9;

    private final Random random;
    private final Plan plan;
    private final PacketColumns clear = new PacketColumns(PacketColumns.MOST);
    private final PacketColumns esp = new PacketColumns(PacketColumns.MOST);
    private final List<Integer> pairOfFlow = new ArrayList<>();
    /** By flow: the network it goes to, or -1 where it goes to the Internet. */
    private final List<Integer> networkOfFlow = new ArrayList<>();

    private int pairs;
    private long lastDeparture;

    /**
     * What to simulate.
     *
     * @param who talks
     * @param seconds how long it goes on
     * @param loss share of packets that each capture lost
     * @param layout of the ESP
     * @param clock of the inside against that of the outside
     * @param rekeySeconds how long an SA lives
     * @param jitterNanos how much the time that forwarding takes varies
     */
    record Plan(
            Flows who,
            double seconds,
            double loss,
            Layout layout,
            Clock clock,
            double rekeySeconds,
            double jitterNanos) {
        static Plan of(int flows, double seconds) {
            return of(new Flows(flows, flows, 0, 3), seconds);
        }

        static Plan of(Flows who, double seconds) {
            return new Plan(who, seconds, 0, new Layout(8, 4, 16), Clock.SAME, 1e9, 22_000);
        }

        Plan losing(double share) {
            return new Plan(who, seconds, share, layout, clock, rekeySeconds, jitterNanos);
        }

        Plan by(Clock other) {
            return new Plan(who, seconds, loss, layout, other, rekeySeconds, jitterNanos);
        }

        Plan with(Layout other) {
            return new Plan(who, seconds, loss, other, clock, rekeySeconds, jitterNanos);
        }

        Plan rekeyedEvery(double other) {
            return new Plan(who, seconds, loss, layout, clock, other, jitterNanos);
        }

        Plan varying(double nanos) {
            return new Plan(who, seconds, loss, layout, clock, rekeySeconds, nanos);
        }
    }

    /**
     * Flows, in numbers.
     *
     * @param toPeers that go to peers
     * @param others that go elsewhere
     * @param hidden that go to peers, but come from where nothing is captured
     * @param networks behind peers, each with an SA of its own
     */
    record Flows(int toPeers, int others, int hidden, int networks) {
        int all() {
            return toPeers + others + hidden;
        }
    }

    /**
     * How a clock differs.
     *
     * @param aheadSeconds at the beginning
     * @param drift seconds that it gains in each
     */
    record Clock(double aheadSeconds, double drift) {
        static final Clock SAME = new Clock(0, 0);
    }

    private Gateway(Plan plan, long seed) {
        this.plan = plan;
        this.random = new Random(seed);
    }

    static Gateway of(Plan plan, long seed) {
        Gateway gateway = new Gateway(plan, seed);
        gateway.run();
        return gateway;
    }

    /** What the captures hold, not in order. */
    PacketColumns clear() {
        return clear;
    }

    PacketColumns esp() {
        return esp;
    }

    List<Integer> pairOfFlow() {
        return pairOfFlow;
    }

    int pairs() {
        return pairs;
    }

    boolean hasOneClock() {
        return plan.clock().equals(Clock.SAME);
    }

    int networkOfFlow(int flow) {
        return networkOfFlow.get(flow);
    }

    /** The network whose packets a bin carries. */
    int networkOfBin(int bin) {
        return bin % plan.who().networks();
    }

    int bins() {
        int most = 0;
        for (int packet = 0; packet < esp.size(); packet++) {
            most = Math.max(most, esp.owner(packet));
        }
        return most + 1;
    }

    private void run() {
        List<double[]> sends = new ArrayList<>();
        Flows who = plan.who();
        for (int flow = 0; flow < who.all(); flow++) {
            boolean isElsewhere = flow >= who.toPeers() && flow < who.toPeers() + who.others();
            boolean isFirst = flow == 0 || flow == who.toPeers() || flow == who.toPeers() + who.others();
            // Some hosts talk to one another by several flows.
            boolean isSamePair = !isFirst && random.nextInt(3) == 0;
            if (!isSamePair) {
                pairs++;
            }
            pairOfFlow.add(pairs - 1);
            networkOfFlow.add(
                    isElsewhere ? -1 : isSamePair ? networkOfFlow.get(flow - 1) : random.nextInt(who.networks()));
            talk(flow, sends);
        }
        sends.sort((one, other) -> Double.compare(one[0], other[0]));
        for (double[] send : sends) {
            pass((int) send[2], (long) (send[0] * SECOND), (int) send[1]);
        }
    }

    /** One flow's packets: when, how long, whose. */
    private void talk(int flow, List<double[]> sends) {
        double start = random.nextDouble() * plan.seconds() * 0.7;
        switch (random.nextInt(5)) {
            case 0 -> ping(flow, start, sends);
            case 1 -> web(flow, start, sends);
            case 2 -> voice(flow, start, sends);
            case 3 -> upload(flow, start, sends);
            default -> names(flow, start, sends);
        }
    }

    private void ping(int flow, double start, List<double[]> sends) {
        for (double at = start; at < plan.seconds(); at += 1 + random.nextGaussian() * 0.001) {
            send(sends, at, 84, flow);
        }
    }

    private void web(int flow, double start, List<double[]> sends) {
        int requests = 1 + random.nextInt(10);
        double at = start;
        send(sends, at, 60, flow);
        for (int request = 0; request < requests; request++) {
            at += 0.02 + random.nextDouble() * 0.02;
            send(sends, at, 52, flow);
            send(sends, at + 0.0001, 150 + random.nextInt(600), flow);
            int acknowledgements = random.nextInt(30);
            for (int i = 0; i < acknowledgements; i++) {
                at += random.nextDouble() * 0.01;
                send(sends, at, 52, flow);
            }
            at += random.nextDouble() * 3;
        }
        send(sends, at, 52, flow);
    }

    private void voice(int flow, double start, List<double[]> sends) {
        int length = random.nextBoolean() ? 200 : 60;
        double end = start + random.nextDouble() * plan.seconds() * 0.2;
        for (double at = start; at < end; at += 0.02 + random.nextGaussian() * 0.0003) {
            send(sends, at, length, flow);
        }
    }

    private void upload(int flow, double start, List<double[]> sends) {
        double at = start;
        send(sends, at, 60, flow);
        double end = start + random.nextDouble() * plan.seconds() * 0.1;
        while (at < end) {
            at += 0.03 + random.nextDouble() * 0.02;
            int burst = 2 + random.nextInt(20);
            for (int i = 0; i < burst; i++) {
                send(sends, at + i * 0.00013, 1400, flow);
            }
        }
        send(sends, at, 60 + random.nextInt(1300), flow);
    }

    private void names(int flow, double start, List<double[]> sends) {
        for (double at = start; at < plan.seconds(); at += 0.5 + random.nextDouble() * 20) {
            send(sends, at, 55 + random.nextInt(40), flow);
        }
    }

    private void send(List<double[]> sends, double at, int length, int flow) {
        if (at < plan.seconds()) {
            sends.add(new double[] {at, length, flow});
        }
    }

    private boolean isHidden(int flow) {
        return flow >= plan.who().toPeers() + plan.who().others();
    }

    private void pass(int flow, long nanos, int length) {
        if (!isHidden(flow) && random.nextDouble() >= plan.loss()) {
            long shown = nanos
                    + (long)
                            (plan.clock().aheadSeconds() * SECOND + plan.clock().drift() * nanos);
            clear.add(shown, length, flow, clear.size(), length + 14);
        }
        int network = networkOfFlow.get(flow);
        if (network < 0) {
            return;
        }
        // Forwarding takes 80 microseconds and more, rarely much more, and keeps the order.
        double delay =
                80_000 + plan.jitterNanos() * Math.exp(random.nextGaussian()) + (random.nextInt(200) == 0 ? 2e6 : 0);
        lastDeparture = Math.max(lastDeparture + 1000, nanos + (long) delay);
        if (random.nextDouble() >= plan.loss()) {
            int generation = (int) (nanos / (plan.rekeySeconds() * SECOND));
            int espLength = plan.layout().espLength(length);
            esp.add(lastDeparture, espLength, generation * plan.who().networks() + network, esp.size(), espLength + 34);
        }
    }
}

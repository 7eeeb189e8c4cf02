package io.github.espial.diagnose;

import io.github.espial.bytes.Deadline;
import io.github.espial.context.Platform;
import io.github.espial.context.file.ContextFile;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.ike.IkeStories;
import io.github.espial.infer.Breadth;
import io.github.espial.infer.Conclusions;
import io.github.espial.infer.Facts;
import io.github.espial.infer.Inference;
import io.github.espial.infer.Statements;
import io.github.espial.infer.Topology;
import io.github.espial.l2tp.L2tpStory;
import io.github.espial.l2tp.L2tpTunnel;
import io.github.espial.observe.Hop;
import io.github.espial.observe.tally.MisfitTally;
import io.github.espial.observe.tally.PointTally;
import io.github.espial.predict.Predictions;
import io.github.espial.routing.Machine;
import io.github.espial.scan.CaseScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Judges a case: infers who is who, lets every check look, and sums up. */
public final class Diagnosis {
    private Diagnosis() {}

    /**
     * The report on a case.
     *
     * @param checks what to look for, in the order that findings of one severity are shown
     */
    public static CaseReport of(CaseScan scan, Statements stated, List<Check> checks) {
        return of(scan, TunnelContents.UNKNOWN, stated, checks);
    }

    /**
     * The report on a case, into whose SAs a second pass has looked.
     *
     * @param checks what to look for, in the order that findings of one severity are shown
     */
    public static CaseReport of(CaseScan scan, TunnelContents inside, Statements stated, List<Check> checks) {
        return of(scan, inside, List.of(), stated, checks);
    }

    /**
     * The report on a case with words of the failing machine.
     *
     * @param words files of the machine, and perhaps of others, which are told apart by what the captures show
     * @param checks what to look for, in the order that findings of one severity are shown
     */
    public static CaseReport of(
            CaseScan scan, TunnelContents inside, List<ContextFile> words, Statements stated, List<Check> checks) {
        return of(scan, inside, words, stated, checks, Deadline.NONE, Breadth.BUSIEST);
    }

    /**
     * The same, with what there is when the time is up: steps, peers and checks that were not come to by then are said.
     *
     * @param words files of the machine, and perhaps of others, which are told apart by what the captures show
     * @param checks what to look for, in the order that findings of one severity are shown
     * @param breadth how many pairs of hosts are judged
     */
    public static CaseReport of(
            CaseScan scan,
            TunnelContents inside,
            List<ContextFile> words,
            Statements stated,
            List<Check> checks,
            Deadline deadline,
            Breadth breadth) {
        StepsInTime steps = new StepsInTime(deadline);
        Facts facts = Facts.of(scan.observations(), stated, breadth);
        TunnelContents known = steps.hasTimeFor("negotiations of IKE") ? withIke(facts, inside) : inside;
        Conclusions conclusions = conclude(scan, facts, stated, Machine.UNKNOWN, deadline);
        List<Machine> machines = List.of(Machine.UNKNOWN);
        if (!words.isEmpty() && steps.hasTimeFor("the words of machines")) {
            machines = Machine.all(words, conclusions.topology().identity());
            conclusions = conclude(scan, facts, stated, machines.get(0), deadline);
        }
        Machine machine = machines.get(0).withPlatform(platform(known, conclusions.topology()));
        List<Statement> statements = !stated.isEmpty() && steps.hasTimeFor("what you stated")
                ? review(scan, facts, stated, machine, conclusions, deadline)
                : List.of();
        List<L2tpTunnel> tunnels = steps.hasTimeFor("L2TP tunnels")
                ? L2tpStory.of(scan.observations().l2tpTalks(), inside.l2tpTalks())
                : List.of();
        Predictions predictions = steps.hasTimeFor("predictions by routing tables")
                ? Predictions.of(withFirst(machine, machines), conclusions, known)
                : Predictions.NONE;
        Case seen = new Case(
                conclusions,
                captures(scan, facts),
                known,
                tunnels,
                machine,
                predictions,
                statements,
                scan.observations().sampled());
        List<Finding> findings = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        for (Check check : checks) {
            if (deadline.isOver()) {
                omitted.add(check.id());
            } else {
                findings.addAll(check.examine(seen));
            }
        }
        findings.sort((one, other) -> one.severity().compareTo(other.severity()));
        VerdictOf sum = new VerdictOf(seen, findings, new Reservations.Omitted(steps.omitted(), omitted));
        return new CaseReport(
                sum.judgment(),
                new CaseInputs(seen.captures(), contexts(words, seen), List.of(), statements),
                seen.topology(),
                findings,
                new InnerTraffic(
                        known.opened(), known.notes(), FlowOrder.of(findings).sorted(known.flows()), known.shapes()),
                new Negotiations(known.ikeSas(), seen.tunnels()),
                seen.predictions());
    }

    private static List<Machine> withFirst(Machine machine, List<Machine> machines) {
        List<Machine> all = new ArrayList<>(machines);
        all.set(0, machine);
        return all;
    }

    private static List<Statement> review(
            CaseScan scan,
            Facts facts,
            Statements stated,
            Machine machine,
            Conclusions conclusions,
            Deadline deadline) {
        return new StatementReview(
                        facts,
                        stated,
                        conclusions.topology(),
                        others ->
                                conclude(scan, facts, others, machine, deadline).topology())
                .all();
    }

    private static List<CaseContext> contexts(List<ContextFile> words, Case seen) {
        return words.stream()
                .map(file -> CaseContext.of(file, ContextRemarks.of(file, seen)))
                .toList();
    }

    /** Windows names itself in IKE's vendor ids; others are told by their own words only. */
    private static Set<Platform> platform(TunnelContents known, Topology topology) {
        boolean isWindows = topology.servers().stream()
                .flatMap(server -> server.addresses().stream())
                .anyMatch(address -> known.ikeSas().stream()
                        .flatMap(sa -> sa.productOf(address).stream())
                        .anyMatch(product -> product.platform() == Platform.WINDOWS));
        return isWindows ? Set.of(Platform.WINDOWS) : Set.of();
    }

    /** What IKE shows in the clear, where no second pass has looked into it. */
    private static TunnelContents withIke(Facts facts, TunnelContents inside) {
        return inside.ikeSas().isEmpty()
                ? inside.with(IkeStories.of(facts.ikeMessages(), List.of()).sas())
                : inside;
    }

    private static Conclusions conclude(
            CaseScan scan, Facts facts, Statements stated, Machine machine, Deadline deadline) {
        return Inference.conclude(facts, stated, machine, point -> interfaceName(scan, point), deadline);
    }

    private static List<CaseCapture> captures(CaseScan scan, Facts facts) {
        return IntStream.range(0, scan.captures().size())
                .mapToObj(capture -> new CaseCapture(
                        scan.captures().get(capture),
                        scan.observations().streamOf(capture),
                        pointsOf(capture, facts),
                        scan.observations().opaque().stream()
                                .filter(one -> one.capture() == capture)
                                .toList(),
                        misfitsOf(capture, scan),
                        CaptureRemarks.of(capture, scan)))
                .toList();
    }

    private static List<PointTally> pointsOf(int capture, Facts facts) {
        return facts.points().stream()
                .filter(point -> point.capture() == capture)
                .sorted((one, other) -> one.point().compareTo(other.point()))
                .toList();
    }

    /** Those with the most frames first. */
    private static List<MisfitTally> misfitsOf(int capture, CaseScan scan) {
        return scan.observations().misfits().stream()
                .filter(one -> one.capture() == capture)
                .sorted(Diagnosis::inFrames)
                .toList();
    }

    private static int inFrames(MisfitTally one, MisfitTally other) {
        int order = Long.compare(other.span().frames(), one.span().frames());
        return order == 0 ? one.span().firstFrame().compareTo(other.span().firstFrame()) : order;
    }

    private static Optional<String> interfaceName(CaseScan scan, Hop.Point point) {
        return IntStream.range(0, scan.captures().size())
                .filter(capture -> scan.observations().streamOf(capture) == point.capture())
                .mapToObj(capture -> scan.captures().get(capture))
                .flatMap(capture -> capture.interfaces().stream())
                .filter(one -> one.id() == point.interfaceId())
                .flatMap(one -> one.name().stream())
                .findFirst();
    }
}

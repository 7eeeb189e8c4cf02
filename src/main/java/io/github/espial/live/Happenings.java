package io.github.espial.live;

import io.github.espial.compare.PeerWays;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.tally.PointTally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what came about from one moment to the next. Not thread-safe. */
public final class Happenings {
    /** A flood of forged peers must not stay for weeks. */
    private static final int MOST = 10_000;

    private static final int MOST_AT_ONCE = 20;

    private final SaRoutes routes = new SaRoutes();
    private final Map<Pair, Long> answers = new HashMap<>();
    private final Set<Subject> found = new HashSet<>();
    private final Set<Subject> mended = new HashSet<>();
    private String standing = "";
    private long dropped;

    private record Pair(IpAddress server, IpAddress peer) {}

    /** What a finding is about: its numbers change from moment to moment. */
    private record Subject(String id, Optional<IpAddress> peer) {}

    /** What came about since the moment before, in the order that a person wants to read it. */
    public List<Happening> since(Moment moment) {
        long now = lastNanos(moment);
        List<Happening> all = new ArrayList<>();
        all.addAll(routes.since(moment.report().topology()));
        shorten(all, now, "more peers whose ESP goes somewhere");
        for (PeerWays ways : moment.ways()) {
            Long before = answers.put(new Pair(ways.server(), ways.peer()), ways.answers());
            if (ways.answers() > 0 && (before == null || before == 0)) {
                all.add(new Happening(
                        now,
                        Happening.Kind.ANSWERED,
                        Optional.of(ways.peer()),
                        ways.peer() + " answers: its ESP comes in"));
            }
        }
        if (answers.size() > MOST || found.size() > MOST) {
            answers.clear();
            found.clear();
            mended.clear();
        }
        List<Happening> others = new ArrayList<>();
        findings(moment, now, others);
        shorten(others, now, "more findings");
        all.addAll(others);
        drops(moment, now, all);
        if (!moment.standing().equals(standing)) {
            standing = moment.standing();
            all.add(new Happening(
                    now,
                    Happening.Kind.VERDICT,
                    Optional.empty(),
                    standing + ": " + moment.report().judgment().sentence()));
        }
        return all;
    }

    /** A person reads so many; the report has all. */
    private static void shorten(List<Happening> all, long now, String what) {
        if (all.size() > MOST_AT_ONCE) {
            int more = all.size() - MOST_AT_ONCE;
            all.subList(MOST_AT_ONCE, all.size()).clear();
            all.add(new Happening(now, Happening.Kind.FOUND, Optional.empty(), "and " + more + " " + what));
        }
    }

    private void findings(Moment moment, long now, List<Happening> all) {
        for (Finding finding : moment.report().findings()) {
            if (finding.severity() == Severity.INFO) {
                continue;
            }
            Optional<IpAddress> peer = finding.subject().peer();
            Subject subject = new Subject(finding.id(), peer);
            boolean isNew = !finding.isMended() && found.add(subject);
            boolean isBack = !finding.isMended() && mended.remove(subject);
            if (isNew || isBack) {
                all.add(new Happening(
                        now,
                        Happening.Kind.FOUND,
                        peer,
                        finding.severity() + " " + finding.id() + ": " + finding.title()));
            } else if (finding.isMended() && mended.add(subject)) {
                found.add(subject);
                long when = finding.extent().orElseThrow().mendedNanos().orElse(now);
                all.add(new Happening(
                        when, Happening.Kind.MENDED, peer, finding.id() + " is over: " + finding.title()));
            }
        }
    }

    private void drops(Moment moment, long now, List<Happening> all) {
        long lost = moment.capture().dropped().orElse(0);
        if (lost > dropped) {
            all.add(new Happening(
                    now,
                    Happening.Kind.DROPPED,
                    Optional.empty(),
                    "the capture lost " + (lost - dropped) + " frames, " + lost + " in all"));
            dropped = lost;
        }
    }

    /** When the last frame passed; 0 where none had a time. */
    private static long lastNanos(Moment moment) {
        return moment.report().inputs().captures().stream()
                .flatMap(capture -> capture.points().stream())
                .filter(PointTally::hasTime)
                .mapToLong(PointTally::lastNanos)
                .max()
                .orElse(0);
    }
}

package io.github.espial.correlate;

import io.github.espial.capture.CaptureException;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.ike.IkeStories;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.tally.Observations;
import io.github.espial.read.CaptureReader;
import io.github.espial.scan.CaseReading;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.Disguise;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The second pass over a case: opens the ESP of those SAs that there are keys for, or that look as if they encrypt
 * nothing. Keys that IKE tells of are among them. Without any of these the captures are not read again.
 */
public final class InnerScan {
    /** SAs that are opened: each takes some memory. */
    static final int MOST = 1 << 12;

    private final List<CaptureSource> sources;
    private final Observations seen;
    private final KeysAndPolicies given;

    private InnerScan(List<CaptureSource> sources, Observations seen, KeysAndPolicies given) {
        this.sources = sources;
        this.seen = seen;
        this.given = given;
    }

    /**
     * Reads the captures of a case once more.
     *
     * @param seen what the first pass saw of them
     * @param how with the window of the first pass, by the clock of the case
     * @throws CaptureException when a capture cannot be read any more
     */
    public static TunnelContents of(List<CaptureSource> sources, Observations seen, KeysAndPolicies given, Reading how)
            throws CaptureException, InterruptedException {
        return new InnerScan(sources, seen, given).run(how);
    }

    private TunnelContents run(Reading how) throws CaptureException, InterruptedException {
        IkeStories ike = IkeStories.of(
                seen.ikeMessages(), given.ikeKeys(), sources.get(0).readAs().flatMap(Disguise::opened));
        KeysAndPolicies all = given.with(ike.childKeys());
        Judging judging = new Judging(all, ike);
        KeyRing keys = new KeyRing(all.keys());
        List<Plan> plans = new ArrayList<>();
        suspicions().forEach((sa, isClear) -> {
            Plan plan = Plan.of(sa, keys.keysOf(sa), isClear);
            if (plan.isEmpty()) {
                judging.noteKeyless(sa);
            } else if (plans.size() < MOST) {
                plans.add(plan);
            } else {
                judging.noteLeftOut();
            }
        });
        if (plans.isEmpty()) {
            return judging.inside();
        }
        if (!sources.stream().allMatch(CaptureSource::isRepeatable)) {
            judging.noteUnrepeatable();
            return judging.inside();
        }
        Plans known = new Plans(plans);
        UdpPairs pairs = seen.pairs();
        Map<Integer, InnerPiece> elsewhere = new HashMap<>();
        List<Integer> atHand = new ArrayList<>();
        List<CaptureSource> read = new ArrayList<>();
        for (int capture = 0; capture < sources.size(); capture++) {
            if (!sources.get(capture).hasFrames()) {
                judging.noteScanned(sources.get(capture).name());
                continue;
            }
            Optional<InnerPiece> opened = openedElsewhere(capture, how, known);
            if (opened.isPresent()) {
                elsewhere.put(capture, opened.get());
            } else {
                atHand.add(capture);
                read.add(sources.get(capture));
            }
        }
        List<InnerCollector> collectors = IntStream.range(0, sources.size())
                .mapToObj(capture -> new InnerCollector(
                        capture,
                        known,
                        pairs,
                        how.window().earlier(seen.addedNanos(capture)),
                        sources.get(capture).readAs()))
                .toList();
        CaseReading.of(
                read,
                how,
                (i, part) -> CaptureReader.read(
                        read.get(i), collectors.get(atHand.get(i)), part.divisionOf(1), part.progress()));
        InnerPiece whole = whole(0, collectors, elsewhere);
        // The clock of the first capture is that of the case.
        for (int capture = 1; capture < collectors.size(); capture++) {
            whole.merge(whole(capture, collectors, elsewhere), Placement.byClock(seen.addedNanos(capture)));
        }
        judging.judge(known, whole);
        return judging.inside();
    }

    private static InnerPiece whole(int capture, List<InnerCollector> collectors, Map<Integer, InnerPiece> elsewhere) {
        InnerPiece there = elsewhere.get(capture);
        return there == null ? collectors.get(capture).whole() : there;
    }

    /** What others opened of a capture. */
    private Optional<InnerPiece> openedElsewhere(int capture, Reading how, Plans plans) {
        CaptureSource source = sources.get(capture);
        if (!how.window().isEverything()
                || source.readAs().isPresent()
                || source.size().isEmpty()) {
            return Optional.empty();
        }
        Optional<ByteBuffer> opened =
                how.kept().opened(capture, () -> order(plans).toOctets());
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        // Made again: nearly always nobody opened anything, and nothing is made.
        OpeningOrder order = order(plans);
        try {
            OpenedPiece piece = OpenedPiece.read(
                    opened.get(),
                    OpenedPiece.key(order, source.size().getAsLong()),
                    new InnerPiece(capture, plans, order.pairs(), new InnerPacketReader(Optional.empty())));
            return piece.isWhole() ? Optional.of(piece.inner()) : Optional.empty();
        } catch (IOException e) {
            // It is opened here.
            return Optional.empty();
        }
    }

    private OpeningOrder order(Plans plans) {
        List<OpeningOrder.Wanted> wanted = new ArrayList<>();
        for (Plan plan : plans.all()) {
            wanted.add(new OpeningOrder.Wanted(plan.sa(), plan.isSearched()));
        }
        return new OpeningOrder(wanted, given.ikeKeys().isEmpty() ? List.of() : seen.ikeMessages(), seen.pairs());
    }

    /** The SAs of ESP, and whether each looks unencrypted. */
    private Map<OuterSa, Boolean> suspicions() {
        Map<OuterSa, Boolean> suspicions = new LinkedHashMap<>();
        for (SaTalk talk : seen.sas()) {
            if (talk.traffic() != Traffic.AH) {
                OuterSa sa = new OuterSa(talk.traffic(), talk.source(), talk.destination(), talk.spi());
                suspicions.merge(sa, talk.looksClear(), Boolean::logicalOr);
            }
        }
        return suspicions;
    }
}

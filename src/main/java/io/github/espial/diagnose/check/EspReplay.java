package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.Spi;
import io.github.espial.observe.Hop;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.SequenceNumbers;
import io.github.espial.observe.Span;
import io.github.espial.observe.tally.PointTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sequence numbers of an SA that come again, and are no copies of a capture tool. See the page {@code esp-replay}. */
public final class EspReplay implements Check {
    /** A few are a network's that delivers a packet twice. */
    private static final long FEWEST = 5;

    /** From this share of the frames on, every packet is there twice. */
    private static final double EACH_TWICE = 0.4;

    /** Beyond five times each, one number comes again and again. */
    private static final double EACH_OFTEN = 0.8;

    /** Who plays a recording has the numbers ascend as they did; where the order breaks more often, two rows mingle. */
    private static final long RECORDINGS = 10;

    /** In rows that mingle, every fourth frame breaks the order, or more. */
    private static final long MINGLED = 4;

    @Override
    public String id() {
        return "esp-replay";
    }

    @Override
    public String summary() {
        return "sequence numbers of an SA come again";
    }

    @Override
    public List<Finding> examine(Case facts) {
        Set<Hop.Point> wireless = facts.conclusions().facts().points().stream()
                .filter(point -> LinkTypes.isWireless(point.linkType()))
                .map(PointTally::point)
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        for (Peer peer : facts.peers()) {
            findings.addAll(examine(facts, peer, peer.server(), peer.address(), wireless));
            findings.addAll(examine(facts, peer, peer.address(), peer.server(), wireless));
        }
        return findings;
    }

    /** Stations of a wireless network send a frame again that was not acknowledged: on radio that proves nothing. */
    private List<Finding> examine(
            Case facts, Peer peer, IpAddress source, IpAddress destination, Set<Hop.Point> wireless) {
        List<SaTalk> repeated = facts.conclusions()
                .facts()
                .sas(source, destination)
                .filter(talk -> talk.hop().destination().isPresent()
                        && !wireless.contains(talk.hop().point()))
                .filter(EspReplay::isRepeated)
                .toList();
        if (repeated.isEmpty()) {
            return List.of();
        }
        return Stream.of(false, true)
                .map(again -> repeated.stream()
                        .filter(talk -> talk.sequence().startsAgain() == again)
                        .toList())
                .filter(talks -> !talks.isEmpty())
                .map(talks -> describe(peer, source, destination, talks))
                .toList();
    }

    private static boolean isRepeated(SaTalk talk) {
        SequenceNumbers sequence = talk.sequence();
        long repeated = sequence.repeated().orElse(0);
        long copies = sequence.copies();
        return repeated >= FEWEST && repeated > copies && !isEachThereTwice(talk, repeated + copies);
    }

    /** Whether the capture holds everything twice, if not each frame right after itself (see {@link CapturedTwice}). */
    private static boolean isEachThereTwice(SaTalk talk, long again) {
        double share = (double) again / talk.span().frames();
        long breaks = talk.sequence().breaks();
        return share >= EACH_TWICE && share <= EACH_OFTEN && (breaks > RECORDINGS || MINGLED * breaks >= again);
    }

    private Finding describe(Peer peer, IpAddress source, IpAddress destination, List<SaTalk> talks) {
        boolean startsAgain = talks.get(0).sequence().startsAgain();
        long repeated = talks.stream()
                .mapToLong(talk -> talk.sequence().repeated().orElse(0))
                .sum();
        Span span = talks.stream().map(SaTalk::span).reduce(Span::plus).orElseThrow();
        List<Spi> spis = talks.stream().map(SaTalk::spi).distinct().sorted().toList();
        String text = repeated + " of " + Wording.frames(span.frames()) + " from " + source + " to " + destination
                + " bear a sequence number that " + Wording.associations(spis)
                + " had used before on the same link, and"
                + " not right before. "
                + (startsAgain
                        ? "The numbers start again at 1: an SA with the same SPI was set up anew, or somebody plays a"
                                + " recording of all of it"
                        : "A sender uses each number once: somebody sends packets again, or two machines use one SA. The"
                                + " receiver drops what comes again");
        return Finding.of(
                        id(),
                        startsAgain ? Severity.INFO : Severity.WARNING,
                        "sequence numbers come again from " + source,
                        text,
                        List.of(Evidence.seen(
                                "sequence-numbers",
                                "sequence numbers come again, " + Wording.where(span),
                                0,
                                span,
                                Filters.protectedFromTo(source, destination))))
                .about(peer.address())
                .over(span, spis, false);
    }
}

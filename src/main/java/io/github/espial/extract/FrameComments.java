package io.github.espial.extract;

import io.github.espial.capture.Frame;
import io.github.espial.diagnose.Finding;
import io.github.espial.dissect.Dissector;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Station;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.FrameReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What frames prove: those that evidence names, and every frame of ESP that took the wrong next hop. */
final class FrameComments {
    private final Map<FrameReference, Set<String>> named = new HashMap<>();
    private final Map<WrongHop, String> wrong = new HashMap<>();

    /** An SA's way to a router that is not the proper one. */
    private record WrongHop(long spi, long mac) {}

    /** @param wording puts sentences into the language that they are read in */
    FrameComments(List<Finding> findings, UnaryOperator<String> wording) {
        for (Finding finding : findings) {
            for (Evidence evidence : finding.proof().evidence()) {
                for (FrameReference frame : evidence.frames()) {
                    named.computeIfAbsent(frame, key -> new LinkedHashSet<>())
                            .add(finding.id() + ": " + wording.apply(evidence.text()));
                }
            }
            addWrongHops(finding, wording);
        }
    }

    private void addWrongHops(Finding finding, UnaryOperator<String> wording) {
        if (finding.subject().actualNextHop().isEmpty()
                || finding.subject().expectedNextHop().isEmpty()) {
            return;
        }
        Station actual = finding.subject().actualNextHop().get();
        String text = finding.id() + ": "
                + wording.apply("handed to " + actual + ", and should go to "
                        + finding.subject().expectedNextHop().get());
        for (MacAddress mac : actual.mac().stream().toList()) {
            for (Spi spi : finding.subject().spis()) {
                wrong.put(new WrongHop(spi.value(), mac.octets()), text);
            }
        }
    }

    /** Whether evidence names the frame. */
    boolean isNamed(int capture, Frame frame) {
        return named.containsKey(new FrameReference(capture, frame.number()));
    }

    /**
     * What the frame proves, one sentence each; empty where it is there for what surrounds the others.
     *
     * @param packet has dissected the frame
     * @param isProtected whether that is ESP or AH
     */
    List<String> of(int capture, Frame frame, Dissector packet, boolean isProtected) {
        List<String> comments = new ArrayList<>();
        if (isProtected) {
            String text = wrong.get(new WrongHop(packet.spi(), packet.destinationMac()));
            if (text != null) {
                comments.add(text);
            }
        }
        comments.addAll(named.getOrDefault(new FrameReference(capture, frame.number()), Set.of()));
        return comments;
    }
}

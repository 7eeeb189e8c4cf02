package io.github.espial.report.json;

import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Proof;
import io.github.espial.diagnose.ProvenWay;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Evidence;
import io.github.espial.observe.FrameReference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The members {@code findings} and {@code proof}. */
final class FindingMembers {
    private FindingMembers() {}

    static void write(JsonOutput json, List<Finding> findings) throws IOException {
        json.objects("findings", findings, finding -> finding(json, finding));
    }

    /** The member {@code proof}. */
    static void writeProof(JsonOutput json, List<ProvenWay> ways) throws IOException {
        json.objects("proof", ways, way -> {
            json.text("peer", way.peer().toString());
            json.station("nextHop", Optional.of(way.nextHop()));
            json.texts("spis", way.spis());
            json.span(way.span());
            json.number("answered", way.answered());
            write(json, way.proof());
        });
    }

    /** How sure it is, and the evidence. */
    private static void write(JsonOutput json, Proof proof) throws IOException {
        if (proof.confidence().isPresent()) {
            json.confidence(proof.confidence().getAsDouble());
        }
        json.objects("evidence", proof.evidence(), evidence -> evidence(json, evidence));
    }

    private static void finding(JsonOutput json, Finding finding) throws IOException {
        json.text("id", finding.id());
        json.text("severity", finding.severity().toString());
        if (finding.proof().confidence().isPresent()) {
            json.confidence(finding.proof().confidence().getAsDouble());
        }
        json.text("title", finding.title());
        json.text("text", finding.text());
        json.text("peer", finding.subject().peer());
        json.texts("spis", finding.subject().spis());
        json.station("formerNextHop", finding.subject().formerNextHop());
        json.station("actualNextHop", finding.subject().actualNextHop());
        json.station("expectedNextHop", finding.subject().expectedNextHop());
        if (finding.extent().isPresent()) {
            json.span(finding.extent().get().span());
            json.flag("ongoing", finding.isOngoing());
            if (finding.extent().get().mendedNanos().isPresent()) {
                json.time("mendedAt", finding.extent().get().mendedNanos().getAsLong());
            }
        }
        if (!finding.subject().innerDestinations().isEmpty()) {
            json.texts("innerDestinations", finding.subject().innerDestinations());
        }
        json.objects("evidence", finding.proof().evidence(), evidence -> evidence(json, evidence));
        json.objects("fixes", finding.fixes(), fix -> fix(json, fix));
    }

    private static void evidence(JsonOutput json, Evidence evidence) throws IOException {
        json.text("kind", evidence.kind());
        json.text("text", evidence.text());
        json.weight(evidence.weight());
        List<FrameReference> frames = evidence.frames();
        if (!frames.isEmpty()) {
            json.number("capture", frames.get(0).capture());
        }
        json.numbers("frames", numbersInFirstCapture(frames));
        json.text("displayFilter", evidence.displayFilter());
    }

    /** Frame numbers count within one capture, and the member {@code capture} names only one. */
    private static List<Long> numbersInFirstCapture(List<FrameReference> frames) {
        return frames.stream()
                .filter(frame -> frame.capture() == frames.get(0).capture())
                .map(FrameReference::number)
                .toList();
    }

    static void fix(JsonOutput json, Fix fix) throws IOException {
        json.text("platform", fix.platform().ofCommands());
        if (!fix.command().isEmpty()) {
            json.text("command", fix.command());
        }
        json.text("text", fix.text());
        if (!fix.undo().isEmpty()) {
            json.text("undo", fix.undo());
        }
    }
}

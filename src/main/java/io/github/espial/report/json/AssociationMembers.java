package io.github.espial.report.json;

import io.github.espial.correlate.ChildSas;
import io.github.espial.correlate.OpenedSa;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.correlate.shape.SaShape;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.infer.SecurityAssociation;
import io.github.espial.net.Spi;
import io.github.espial.observe.SequenceNumbers;
import io.github.espial.observe.Traffic;
import io.github.espial.report.words.SeenLink;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The member {@code securityAssociations}. */
final class AssociationMembers {
    private AssociationMembers() {}

    static void write(JsonOutput json, CaseReport report) throws IOException {
        Map<OuterSa, OpenedSa> opened =
                report.innerTraffic().opened().stream().collect(Collectors.toMap(OpenedSa::sa, Function.identity()));
        Map<OuterSa, SaShape> shapes = new HashMap<>();
        for (SaShape shape : report.innerTraffic().shapes()) {
            shapes.put(shape.sa(), shape);
        }
        ChildSas children = new ChildSas(report.negotiations().ikeSas());
        json.objects("securityAssociations", report.topology().associations(), association -> {
            association(
                    json,
                    association,
                    opened.isEmpty() ? Optional.empty() : Optional.ofNullable(opened.get(sa(association))),
                    children.paired(association.source(), association.destination(), association.spi()));
            Optional<SaShape> shape =
                    shapes.isEmpty() ? Optional.empty() : Optional.ofNullable(shapes.get(sa(association)));
            if (shape.isPresent()) {
                shape(json, shape.get());
            }
        });
    }

    private static String mode(OpenedSa opened) {
        return opened.mode().toString().toLowerCase(Locale.ROOT);
    }

    private static OuterSa sa(SecurityAssociation association) {
        return new OuterSa(association.traffic(), association.source(), association.destination(), association.spi());
    }

    private static void association(
            JsonOutput json, SecurityAssociation association, Optional<OpenedSa> opened, Optional<Spi> paired)
            throws IOException {
        json.text("protocol", association.traffic() == Traffic.AH ? "ah" : "esp");
        json.text("encapsulation", association.traffic() == Traffic.UDP_ESP ? "udp" : "none");
        json.text("source", association.source().toString());
        json.text("destination", association.destination().toString());
        json.text("spi", association.spi().toString());
        json.text("direction", association.direction().toString());
        json.text("mode", opened.map(AssociationMembers::mode).orElse("unknown"));
        json.text("cipher", opened.map(OpenedSa::cipher));
        json.span(association.span());
        json.object("sequence", () -> sequence(json, association.sequence()));
        json.text("pairedSpi", paired);
        json.objects("links", List.copyOf(SeenLink.of(association).entrySet()), link -> {
            json.text("sourceMac", link.getKey().source());
            json.text("destinationMac", link.getKey().destination());
            if (link.getKey().vlan().isPresent()) {
                json.number("vlan", link.getKey().vlan().get());
            }
            json.span(link.getValue());
        });
    }

    private static void shape(JsonOutput json, SaShape shape) throws IOException {
        if (!shape.carries().isEmpty()) {
            json.objects("looksLike", shape.carries(), one -> {
                json.text("kind", one.likeness().id());
                json.span(one.span());
            });
        }
        json.text("likelyPairedSpi", shape.answeredBy());
    }

    private static void sequence(JsonOutput json, SecurityAssociation.Sequence sequence) throws IOException {
        json.number("lowest", sequence.lowest());
        json.number("highest", sequence.highest());
        if (sequence.gaps().isPresent()) {
            SequenceNumbers.Gaps gaps = sequence.gaps().get();
            json.number("missing", gaps.missing());
            json.number("duplicate", gaps.duplicate());
            json.number("late", gaps.late());
        }
    }
}

package io.github.espial.diagnose;

import io.github.espial.correlate.Flow;
import io.github.espial.infer.Station;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of flows in reports: misrouted ones first, then those with more frames. */
record FlowOrder(List<Finding> wrong) {
    static FlowOrder of(List<Finding> findings) {
        return new FlowOrder(findings.stream()
                .filter(finding -> finding.id().equals(FindingId.ESP_WRONG_NEXT_HOP))
                .toList());
    }

    List<Flow> sorted(List<Flow> flows) {
        if (flows.size() < 2) {
            return flows;
        }
        List<Flow> sorted = new ArrayList<>(flows);
        sorted.sort(Comparator.comparing(this::isWrong)
                .thenComparing(flow -> flow.span().frames())
                .reversed()
                .thenComparing(flow -> flow.span().firstFrame())
                .thenComparing(flow -> flow.inner().source())
                .thenComparing(flow -> flow.inner().destination())
                .thenComparing(flow -> flow.inner().sourcePort())
                .thenComparing(flow -> flow.inner().destinationPort())
                .thenComparing(flow -> flow.inner().protocol()));
        return sorted;
    }

    private boolean isWrong(Flow flow) {
        return wrong.stream()
                .anyMatch(finding -> finding.subject().spis().contains(flow.spi())
                        && finding.subject()
                                .actualNextHop()
                                .flatMap(Station::mac)
                                .equals(flow.nextHop()));
    }
}

package io.github.espial.simulate;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Station;
import java.util.List;
import java.util.Optional;

/** How a verdict stands to the truth, worst first. */
enum Outcome {
    FALSE_ALARM(true),
    FALSE_ALL_CLEAR(true),
    WRONG_SPI(true),
    WRONG_EXPECTED_HOP(true),
    WRONG_ACTUAL_HOP(true),
    /** A verdict that is neither right nor cautious. */
    UNEXPECTED(true),
    /** A fault that the capture proves was not found. */
    MISSED(false),
    /** All is well, the capture proves it, and it was not said. */
    UNDECIDED(false),
    RIGHT(false);

    private final boolean isWrong;

    Outcome(boolean isWrong) {
        this.isWrong = isWrong;
    }

    /** Whether someone who believes it does the wrong thing. */
    boolean isWrong() {
        return isWrong;
    }

    static Outcome of(Truth truth, CaseReport report) {
        String verdict = report.judgment().verdict().toString();
        boolean isExpected = truth.expect().contains(verdict);
        if (!isExpected && verdict.equals(Truth.MISROUTED)) {
            return FALSE_ALARM;
        }
        if (!isExpected && verdict.equals(Truth.HEALTHY)) {
            return FALSE_ALL_CLEAR;
        }
        List<Finding> errors = report.findings().stream()
                .filter(finding -> finding.id().equals("esp-wrong-next-hop") && finding.severity() == Severity.ERROR)
                .toList();
        for (Finding error : errors) {
            Outcome outcome = of(truth, error);
            if (outcome != RIGHT) {
                return outcome;
            }
        }
        if (truth.must() && !verdict.equals(Truth.MISROUTED)) {
            return MISSED;
        }
        if (!isExpected) {
            return verdict.equals(Truth.UNDETERMINED) ? UNDECIDED : UNEXPECTED;
        }
        return RIGHT;
    }

    private static Outcome of(Truth truth, Finding error) {
        boolean areMisrouted = error.subject().spis().stream()
                .allMatch(spi -> truth.misrouted().contains(spi.toString()));
        if (!areMisrouted) {
            return WRONG_SPI;
        }
        Truth.Hops hops = error.subject()
                .peer()
                .map(peer -> truth.hops().get(peer.toString()))
                .orElseThrow(() -> new IllegalStateException("an error about nobody: " + error.text()));
        if (!isAmong(error.subject().expectedNextHop(), hops)) {
            return WRONG_EXPECTED_HOP;
        }
        boolean isActual = error.subject()
                .actualNextHop()
                .flatMap(Station::mac)
                .map(mac -> hops.actual().contains(mac.toString()))
                .orElse(true);
        return isActual ? RIGHT : WRONG_ACTUAL_HOP;
    }

    private static boolean isAmong(Optional<Station> expected, Truth.Hops hops) {
        boolean isMac = expected.flatMap(Station::mac)
                .map(mac -> hops.proper().contains(mac.toString()))
                .orElse(true);
        boolean isAddress = expected.flatMap(Station::address)
                .map(address -> hops.addresses().contains(address.toString()))
                .orElse(true);
        return isMac && isAddress;
    }
}

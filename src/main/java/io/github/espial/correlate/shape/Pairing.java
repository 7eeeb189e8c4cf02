package io.github.espial.correlate.shape;

import java.util.List;
import java.util.Optional;

/**
 * Which SA of the other direction answers one: that with whose packets its own meet more often than with those of any
 * other, and than where these are shifted in time. Each is the other's best, or it is not said.
 */
final class Pairing {
    /** How soon an answer comes, or what is sent upon one. */
    private static final long SOON_NANOS = 120_000_000;

    private static final int LEAST = 8;
    /** How often they meet, against how often they do with packets shifted in time, at its most. */
    private static final double ABOVE_SHIFTED = 1.5;
    /** And against the second best. */
    private static final double ABOVE_OTHERS = 2;

    private static final int MOST_SAS = 16;
    /** Of each SA, from its first packet on. */
    private static final int MOST_PACKETS = 1 << 13;

    private final List<SaPackets> forth;
    private final List<Answers> back;
    private final double[][] scores;

    /**
     * @param forth SAs between two hosts
     * @param others those of the other direction
     */
    Pairing(List<SaPackets> forth, List<SaPackets> others) {
        this.forth = forth.subList(0, Math.min(MOST_SAS, forth.size()));
        this.back = others.subList(0, Math.min(MOST_SAS, others.size())).stream()
                .map(one -> Answers.of(List.of(one)))
                .toList();
        this.scores = new double[this.forth.size()][back.size()];
        for (int sa = 0; sa < this.forth.size(); sa++) {
            for (int other = 0; other < back.size(); other++) {
                scores[sa][other] = score(this.forth.get(sa), back.get(other));
            }
        }
    }

    /** For the SA with a number: the number of the other. */
    Optional<Integer> answering(int sa) {
        if (sa >= forth.size()) {
            return Optional.empty();
        }
        int best = 0;
        for (int other = 0; other < back.size(); other++) {
            best = scores[sa][other] > scores[sa][best] ? other : best;
        }
        if (back.isEmpty() || scores[sa][best] == 0) {
            return Optional.empty();
        }
        for (int other = 0; other < back.size(); other++) {
            if (other != best && scores[sa][other] * ABOVE_OTHERS > scores[sa][best]) {
                return Optional.empty();
            }
        }
        for (int one = 0; one < forth.size(); one++) {
            if (one != sa && scores[one][best] * ABOVE_OTHERS > scores[sa][best]) {
                return Optional.empty();
            }
        }
        return Optional.of(best);
    }

    /** How often they meet beyond what shifting shows; 0 where that is not much. */
    private static double score(SaPackets sa, Answers answers) {
        int met = met(sa, answers, 0);
        if (met < LEAST) {
            return 0;
        }
        long sum = 0;
        for (int shift = 0; shift < Shifts.COUNT; shift++) {
            int shifted = met(sa, answers, Shifts.nanos(shift));
            if (met < ABOVE_SHIFTED * shifted + LEAST / 2.0) {
                return 0;
            }
            sum += shifted;
        }
        return met - (double) sum / Shifts.COUNT;
    }

    /** Packets of {@code sa} that meet an answer soon, no two of them the same. */
    private static int met(SaPackets sa, Answers answers, long shift) {
        int met = 0;
        int free = 0;
        int size = Math.min(MOST_PACKETS, sa.size());
        for (int packet = 0; packet < size; packet++) {
            long sent = sa.nanos(packet) - shift;
            int answer = Math.max(free, answers.after(sent));
            if (answer < answers.size() && answers.nanos(answer) - sent <= SOON_NANOS) {
                met++;
                free = answer + 1;
            }
        }
        return met;
    }
}

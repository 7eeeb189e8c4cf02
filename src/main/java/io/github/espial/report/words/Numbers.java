package io.github.espial.report.words;

import io.github.espial.report.Decimals;
import java.util.List;

/** How numbers are told, the same in every country. */
public final class Numbers {
    private Numbers() {}

    /**
     * A probability: {@code 99.3 %}. Rounded down, so that only what is certain is shown as 100 %.
     *
     * @param probability from 0 to 1
     */
    public static String confidence(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("not a probability: " + probability);
        }
        return Decimals.percentage(probability, 1) + " %";
    }

    /** What evidence weighs, in log-odds with its sign: {@code +4.0}; empty where it only illustrates, which is 0. */
    public static String weight(double logOdds) {
        if (logOdds == 0) {
            return "";
        }
        return (logOdds > 0 ? "+" : "-") + Decimals.rounded(Math.abs(logOdds), 1);
    }

    /** {@code 1 frame}, {@code 58 frames}. */
    public static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** What stands below a list of which only the first {@code shown} are told; empty where that is all of it. */
    public static String rest(int count, int shown, String what) {
        int more = count - shown;
        return more <= 0
                ? ""
                : "and " + more + " more" + (what.isEmpty() ? "" : " " + what) + "; the JSON report has all";
    }

    /** The first {@code most} with commas between them, and how many more there are. */
    static String listed(List<?> all, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(all.size(), most); i++) {
            text.append(i == 0 ? "" : ", ").append(all.get(i));
        }
        if (all.size() > most) {
            text.append(" and ").append(all.size() - most).append(" more");
        }
        return text.toString();
    }
}

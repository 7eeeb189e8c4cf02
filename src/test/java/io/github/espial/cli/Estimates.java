package io.github.espial.cli;

import java.util.regex.Pattern;

/**
 * What reports estimate of SAs by their shape: it needs captures that can be read a second time, which scans, pipes and
 * standard input cannot. All else is the same.
 */
final class Estimates {
    private static final Pattern IN_EVIDENCE =
            Pattern.compile("(?m)^ +(seen +|- )\\d+ frames of SPI 0x[0-9a-f]+ look like"
                    + "[\\s\\S]*?\\n +\\(esp\\.spi == 0x[0-9a-f]+\\) && !icmp && !icmpv6\\n");
    private static final Pattern TABLE = Pattern.compile("\\nWhat SAs look like\\n[\\s\\S]*?nothing is said\\.\\n");

    private static final Pattern EVIDENCE =
            Pattern.compile("\\s*\\{\\s*\"kind\": \"[a-z]+-into-void\"[^{}]*\\},?(?=\\s)");
    private static final Pattern LIKENESS = Pattern.compile("\\s*\"looksLike\": \\[[^\\[\\]]*\\],?(?=\\s)");
    private static final Pattern PAIRED = Pattern.compile("\\s*\"likelyPairedSpi\": \"[^\"]*\",?(?=\\s)");
    /** What comes last without them is followed by no comma. */
    private static final Pattern COMMA = Pattern.compile(",(?=\\n)");

    private Estimates() {}

    /** The findings of a report in JSON without them. */
    static String findings(String report) {
        String out = leftOutOf(new Run(ExitStatus.CLEAN, report, "")).out();
        int begin = out.indexOf("\"findings\"");
        return out.substring(begin, out.indexOf("\n  ]", begin));
    }

    /** A run without them, its report as text or JSON; the ends of its lines are as JSON need not have them. */
    static Run leftOutOf(Run run) {
        String out = run.out();
        for (Pattern one : new Pattern[] {IN_EVIDENCE, TABLE, EVIDENCE, LIKENESS, PAIRED, COMMA}) {
            out = one.matcher(out).replaceAll("");
        }
        return new Run(run.status(), out, run.err());
    }
}

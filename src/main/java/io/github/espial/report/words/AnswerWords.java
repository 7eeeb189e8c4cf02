package io.github.espial.report.words;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingGroup;
import io.github.espial.diagnose.FindingId;
import io.github.espial.diagnose.Judgment;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.net.IpAddress;
import io.github.espial.report.Times;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The answer: what somebody needs who was woken for this.
 *
 * @param verdict what the captures showed
 * @param why how it stands now, and why, in a sentence
 * @param advice what {@link #steps} are for; empty where there are none
 * @param steps what to type or to do, best first
 * @param check the command that shows whether it worked; empty where nothing is to be mended
 * @param besides what else was found; empty for nothing
 */
public record AnswerWords(Verdict verdict, String why, String advice, List<Step> steps, String check, String besides) {
    /** Commands of one platform, and sentences of what is missing. */
    private static final int MOST = 3;
    /** Characters of a sentence that is read at a glance; beyond, what the findings have in common says it. */
    private static final int GLANCE = 250;

    /** Whoever types them would change other routes than those that are meant. */
    private static final String REDACTED =
            "To mend it (redacted: addresses stand for others, so type none of this as it stands):";

    private static final String MENDED = "mended since ";

    private static final String GATEWAY_REDIRECTED = "gateway-redirected";

    public AnswerWords {
        steps = List.copyOf(steps);
    }

    /**
     * One thing to do.
     *
     * @param label where; empty where that is known
     * @param text a command, or a sentence
     * @param isCommand which of the two
     * @param undo what takes the command back; empty for nothing
     * @param rest how many more commands like this one there are, or what is to be looked at first; empty for neither
     */
    public record Step(String label, String text, boolean isCommand, String undo, String rest) {}

    /** The answer of a case, where it was diagnosed: commands name its capture as it was given. */
    public static AnswerWords of(CaseReport report) {
        return of(report, capture(report));
    }

    /** The same to hand on: captures are called by their names, without folders of a machine that is none of the reader's. */
    public static AnswerWords toHandOn(CaseReport report) {
        String name = capture(report);
        return of(report, name.substring(name.lastIndexOf('/') + 1));
    }

    /** Of the only capture, the name; empty where there are more, or none. */
    private static String capture(CaseReport report) {
        return report.inputs().captures().size() == 1
                ? report.inputs().captures().get(0).summary().name()
                : "";
    }

    private static AnswerWords of(CaseReport report, String capture) {
        List<FindingGroup> groups = report.groups();
        Optional<FindingGroup> cause = cause(groups);
        List<Step> steps = cause.isPresent() ? commands(cause.get()) : List.of();
        boolean areCommands = !steps.isEmpty();
        if (!areCommands) {
            steps = missing(report);
        }
        String state = state(report);
        return new AnswerWords(
                report.verdict(),
                state + why(report, groups, !state.startsWith(MENDED)),
                steps.isEmpty() ? "" : areCommands ? advice(report, cause.orElseThrow()) : Titles.MISSING + ":",
                steps,
                areCommands ? check(capture) : "",
                besides(groups, cause));
    }

    /** What is to be mended first: what is certain only, as somebody types what is said here. */
    private static Optional<FindingGroup> cause(List<FindingGroup> groups) {
        Optional<FindingGroup> first = Optional.empty();
        for (FindingGroup group : groups) {
            if (group.severity() == Severity.ERROR) {
                if (!commands(group).isEmpty()) {
                    return Optional.of(group);
                }
                first = first.isPresent() ? first : Optional.of(group);
            }
        }
        return first;
    }

    /** What is missing and not among the steps. */
    public List<String> untold(List<String> missing) {
        List<String> untold = new ArrayList<>(missing);
        for (Step step : steps) {
            if (!step.isCommand()) {
                untold.remove(step.text());
            }
        }
        return untold;
    }

    /** With what parts it from the reason; empty where the verdict says it all. */
    private static String state(CaseReport report) {
        if (report.verdict() != Verdict.MISROUTED) {
            return "";
        }
        boolean isMended = true;
        boolean isOngoing = false;
        boolean isDetour = true;
        long mendedNanos = Long.MIN_VALUE;
        for (Finding finding : report.findings()) {
            if (finding.id().equals(FindingId.ESP_WRONG_NEXT_HOP) && finding.severity() == Severity.ERROR) {
                isMended &= finding.isMended();
                isOngoing |= finding.isOngoing();
                isDetour &= works(report, finding.subject().peer());
                if (finding.isMended()) {
                    long since = finding.extent().orElseThrow().mendedNanos().orElseThrow();
                    mendedNanos = Math.max(mendedNanos, since);
                }
            }
        }
        if (isMended) {
            return MENDED + Times.rfc3339(mendedNanos, 0) + ": ";
        }
        if (isDetour) {
            return "works by a detour: ";
        }
        return isOngoing ? "broken: " : "was broken, and nothing shows that it is mended: ";
    }

    /** Whether the wrong gateway hands the packets on to the proper one, and the peer answers. */
    private static boolean works(CaseReport report, Optional<IpAddress> peer) {
        Set<String> ids = new HashSet<>();
        for (Finding finding : report.findings()) {
            if (finding.subject().peer().equals(peer)) {
                ids.add(finding.id());
            }
        }
        return (ids.contains(FindingId.GATEWAY_HAIRPIN) || ids.contains(GATEWAY_REDIRECTED))
                && !ids.contains(FindingId.ESP_ONE_WAY)
                && !ids.contains(FindingId.ANSWERS_CEASED);
    }

    /** @param tellsMended whether it has to say what was mended, as nothing before it does */
    private static String why(CaseReport report, List<FindingGroup> groups, boolean tellsMended) {
        String told = report.judgment().sentence();
        String sentence = tellsMended ? told : told.replace(Judgment.MENDED, "");
        if (sentence.length() <= GLANCE || groups.isEmpty()) {
            return sentence;
        }
        return GroupWords.title(groups.get(0));
    }

    private static List<Step> commands(FindingGroup group) {
        List<Step> steps = new ArrayList<>();
        List<RemedyWords> all = RemedyWords.of(group.fixes());
        List<RemedyWords> remedies = new ArrayList<>();
        Set<String> platforms = new HashSet<>();
        for (RemedyWords remedy : all) {
            // The first of a platform is its best.
            if (!remedy.commands().isEmpty() && platforms.add(remedy.platform())) {
                remedies.add(remedy);
            }
        }
        for (RemedyWords remedy : remedies) {
            String label = remedies.size() == 1 ? "" : remedy.platform();
            int shown =
                    Math.min(remedies.size() == 1 ? MOST : 1, remedy.commands().size());
            int more = remedy.commands().size() - shown + ofOtherPeers(all, remedy);
            for (int i = 0; i < shown; i++) {
                String undo = i < remedy.undo().size() ? remedy.undo().get(i) : "";
                String rest = i == shown - 1 && more > 0 ? "and " + more + " more like it: see the remedy" : "";
                if (!remedy.first().isEmpty()) {
                    rest = "first see " + remedy.first() + (rest.isEmpty() ? "" : "; " + rest);
                }
                steps.add(new Step(label, remedy.commands().get(i), true, undo, rest));
            }
        }
        return steps;
    }

    /** Commands like those of {@code remedy}, where each peer has a remedy of its own. */
    private static int ofOtherPeers(List<RemedyWords> all, RemedyWords remedy) {
        int count = 0;
        for (RemedyWords other : all) {
            boolean isLike = !other.first().isEmpty() && other.platform().equals(remedy.platform());
            count += isLike && !other.equals(remedy) ? other.commands().size() : 0;
        }
        return count;
    }

    /** What is not the case's own is said where the commands are. */
    private static String advice(CaseReport report, FindingGroup group) {
        if (report.inputs().isRedacted()) {
            return REDACTED;
        }
        Fix.Basis basis = Fix.Basis.TOLD;
        for (Fix fix : group.fixes()) {
            basis = fix.basis().compareTo(basis) > 0 ? fix.basis() : basis;
        }
        return switch (basis) {
            case TOLD -> "To mend it, on the server:";
            case GUESSED -> "To mend it (networks are guessed: take their length from the IPsec policy):";
            case UNKNOWN -> "To mend it (INNER-NETWORK: each remote network of the IPsec policy):";
        };
    }

    private static List<Step> missing(CaseReport report) {
        List<String> sentences = report.judgment().missing();
        List<Step> steps = new ArrayList<>();
        for (String sentence : sentences.subList(0, Math.min(MOST, sentences.size()))) {
            steps.add(new Step("", sentence, false, "", ""));
        }
        return steps;
    }

    private static String check(String capture) {
        return "espial compare " + (isPlain(capture) ? capture : "BEFORE") + " AFTER";
    }

    /** Whether a shell takes a name as it is; a loop, as a pattern would load some classes. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean isPlain = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || character == '.'
                    || character == '/'
                    || character == '_'
                    || (character == '-' && i > 0);
            if (!isPlain) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** What is said beside the cause. */
    private static String besides(List<FindingGroup> groups, Optional<FindingGroup> cause) {
        List<String> titles = new ArrayList<>();
        for (FindingGroup group : groups) {
            boolean isSaid = cause.isPresent() && cause.get().places().equals(group.places());
            if (!isSaid && group.severity() != Severity.INFO) {
                titles.add(GroupWords.title(group));
            }
        }
        if (titles.isEmpty()) {
            return "";
        }
        int more = titles.size() - 1;
        return "Besides: " + titles.get(0) + (more == 0 ? "" : "; and " + Numbers.counted(more, "more finding"));
    }
}

package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /proc/net/xfrm_stat}: why the kernel dropped packets (Linux, Documentation/networking/xfrm_proc.rst). What counts
 * for something is said; a few packets are dropped wherever SAs come and go.
 */
public final class XfrmStat implements ContextParser {
    private static final Pattern LINE = Pattern.compile("(Xfrm[A-Z][A-Za-z]{2,40})\\s+(\\d{1,18})\\s*");

    /** Fewer are dropped at each negotiation. */
    private static final long ENOUGH = 10;

    /** Those that tell of the fault that is looked for. */
    private static final Map<String, String> MEANINGS = Map.of(
            "XfrmInNoStates", "came in an SA that the machine has not",
            "XfrmInTmplMismatch", "came in an SA that no policy expects",
            "XfrmInNoPols", "came in an SA, and no policy lets them pass",
            "XfrmInPolBlock", "came in an SA, and a policy discards them",
            "XfrmInStateModeError", "came in an SA of another mode than the policy's",
            "XfrmOutNoStates", "were to leave by a policy for which there was no SA",
            "XfrmOutPolBlock", "were to leave, and a policy discards them",
            "XfrmOutBundleGenError", "were to leave by a policy, and the tunnel's own could not be routed",
            "XfrmFwdHdrError", "were to be forwarded, and no policy let them pass");

    @Override
    public String kind() {
        return "/proc/net/xfrm_stat";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return LINE.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        while (true) {
            int number = lines.number();
            Optional<Matcher> line = lines.take(LINE);
            if (line.isEmpty()) {
                return;
            }
            String name = line.get().group(1);
            long count = Words.number(line.get().group(2)).orElse(0);
            if (count >= ENOUGH && MEANINGS.containsKey(name)) {
                notes.problem(
                        number,
                        "since its start the kernel dropped " + count + " packets that " + MEANINGS.get(name) + " ("
                                + name + ")");
            }
        }
    }
}

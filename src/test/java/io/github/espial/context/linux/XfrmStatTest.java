package io.github.espial.context.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.ContextProblem;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class XfrmStatTest {
    /** Fewer than ten are dropped wherever SAs come and go. */
    @Test
    void saysWhatTheKernelDroppedAndWhy() {
        ContextFile file = Reading.sample("xfrm-stat.txt");
        assertThat(file.problems())
                .containsExactly(
                        new ContextProblem(
                                9,
                                "since its start the kernel dropped 104 packets that came in an SA that no policy expects"
                                        + " (XfrmInTmplMismatch)"),
                        new ContextProblem(
                                12,
                                "since its start the kernel dropped 3201 packets that were to leave by a policy, and the"
                                        + " tunnel's own could not be routed (XfrmOutBundleGenError)"));
        assertThat(file.unread()).isEmpty();
    }
}

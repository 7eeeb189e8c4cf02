package io.github.espial.report.page;

import io.github.espial.diagnose.explain.Explanation;
import io.github.espial.report.words.AnswerWords;
import io.github.espial.report.words.FrameWords;
import io.github.espial.report.words.GroupWords;
import io.github.espial.report.words.Listing;
import io.github.espial.report.words.ProvenWords;
import io.github.espial.report.words.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that stands in the page of a case.
 *
 * @param answer the first screen
 * @param figures drawings, the network first
 * @param lanes what happened when
 * @param findings with evidence and remedy
 * @param frames those that evidence names, as far as they were read
 * @param details tables and lists
 * @param meanings pages of the findings, each once
 */
public record CasePage(
        Page page,
        AnswerWords answer,
        List<SvgFigure> figures,
        TimeLine lanes,
        Findings findings,
        List<FrameWords> frames,
        Details details,
        List<Explanation> meanings) {
    public CasePage {
        figures = List.copyOf(figures);
        frames = List.copyOf(frames);
        meanings = List.copyOf(meanings);
    }

    /** What links to the frames name. */
    public Set<String> shown() {
        return frames.stream().map(FrameWords::id).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A drawing.
     *
     * @param name in kebab case
     * @param svg the element
     */
    public record SvgFigure(String name, String title, String svg) {}

    /**
     * What was found.
     *
     * @param proofs what shows that ways are proper
     * @param rest how many more of these there are; empty where these are all
     * @param missing what is lacking for a verdict
     */
    public record Findings(List<GroupWords> groups, List<ProvenWords> proofs, String rest, List<String> missing) {}

    /** What else the case holds; those with nothing in them are left out. */
    public record Details(List<Table> tables, List<Listing> listings) {}
}

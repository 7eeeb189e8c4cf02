package io.github.espial.report.page;

import io.github.espial.diagnose.explain.Explanation;
import io.github.espial.report.words.AnswerWords;
import io.github.espial.report.words.GroupWords;
import io.github.espial.report.words.Listing;
import io.github.espial.report.words.ProvenWords;
import io.github.espial.report.words.Table;
import java.util.List;

/**
 * All that stands in the page of a case.
 *
 * @param answer the first screen
 * @param figures drawings, the network first
 * @param lanes what happened when
 * @param findings with evidence and remedy
 * @param details tables and lists
 * @param meanings pages of the findings, each once
 */
public record CasePage(
        Page page,
        AnswerWords answer,
        List<SvgFigure> figures,
        TimeLine lanes,
        Findings findings,
        Details details,
        List<Explanation> meanings) {
    public CasePage {
        figures = List.copyOf(figures);
        meanings = List.copyOf(meanings);
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

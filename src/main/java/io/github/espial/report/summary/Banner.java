package io.github.espial.report.summary;

import io.github.espial.compare.Outcome;
import io.github.espial.diagnose.Verdict;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Mark;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Strip;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The verdict: a sign, a word, and a sentence. */
final class Banner implements Block {
    private static final double PADDING = 9;
    private static final double SIGN = 40;
    private static final double EDGE = 5;
    private static final double TEXT_LEFT = EDGE + SIGN + 3 * PADDING;
    private static final int MOST_LINES = 30;

    private final Mark sign;
    private final Color color;
    private final String verdict;
    private final String conclusion;
    private final TextStyle word;
    private final TextStyle sentence;

    private Banner(Mark sign, Color color, String verdict, String conclusion, Typefaces fonts) {
        this.sign = sign;
        this.color = color;
        this.verdict = verdict;
        this.conclusion = conclusion;
        this.word = fonts.heavy(17, color);
        this.sentence = fonts.running(9.5, Palette.INK);
    }

    static Banner of(Verdict verdict, String conclusion, Typefaces fonts) {
        return new Banner(mark(verdict), color(verdict), verdict.toString(), conclusion, fonts);
    }

    static Banner of(Outcome outcome, String conclusion, Typefaces fonts) {
        return new Banner(mark(outcome), color(outcome), outcome.toString(), conclusion, fonts);
    }

    @Override
    public List<Strip> strips(double width) {
        List<String> all = sentence.lines(conclusion, width - TEXT_LEFT - PADDING);
        List<String> lines = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST_LINES)));
        if (lines.size() < all.size()) {
            lines.set(MOST_LINES - 1, "…");
        }
        double text = word.lineHeight() + lines.size() * sentence.lineHeight();
        double height = Math.max(text, SIGN) + 2 * PADDING;
        return List.of(new Strip(height, false, g -> {
            Rectangle2D frame = new Rectangle2D.Double(0.5, 0.5, width - 1, height - 1);
            g.setPaint(Palette.GROUND);
            g.fill(frame);
            g.setPaint(color);
            g.fill(new Rectangle2D.Double(0, 0, EDGE, height));
            g.setStroke(new BasicStroke(1));
            g.draw(frame);
            sign.draw(g, EDGE + 1.5 * PADDING, (height - SIGN) / 2, SIGN, color);
            double y = (height - text) / 2;
            word.draw(g, verdict, TEXT_LEFT, y);
            y += word.lineHeight();
            for (String line : lines) {
                sentence.drawLine(g, line, TEXT_LEFT, y);
                y += sentence.lineHeight();
            }
        }));
    }

    private static Mark mark(Verdict verdict) {
        return switch (verdict) {
            case MISROUTED -> Mark.ALERT;
            case HEALTHY -> Mark.CHECK;
            case UNDETERMINED -> Mark.QUESTION;
            case NO_IPSEC -> Mark.DASH;
        };
    }

    private static Color color(Verdict verdict) {
        return switch (verdict) {
            case MISROUTED -> Palette.WRONG;
            case HEALTHY -> Palette.PROPER;
            case UNDETERMINED -> Palette.DOUBT;
            case NO_IPSEC -> Palette.FAINT;
        };
    }

    static Mark mark(Outcome outcome) {
        return switch (outcome) {
            case MENDED -> Mark.CHECK;
            case PARTLY_MENDED -> Mark.CAUTION;
            case UNCHANGED -> Mark.DASH;
            case WORSE -> Mark.ALERT;
            case CANNOT_TELL -> Mark.QUESTION;
        };
    }

    static Color color(Outcome outcome) {
        return switch (outcome) {
            case MENDED -> Palette.PROPER;
            case PARTLY_MENDED, CANNOT_TELL -> Palette.DOUBT;
            case UNCHANGED -> Palette.FAINT;
            case WORSE -> Palette.WRONG;
        };
    }
}

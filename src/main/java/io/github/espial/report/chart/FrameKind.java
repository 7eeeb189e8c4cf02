package io.github.espial.report.chart;

import io.github.espial.infer.OuterPath;
import io.github.espial.observe.Traffic;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.words.FigureWords;
import java.awt.Color;

/** Kinds of frames that the chart by next hop tells apart. */
public enum FrameKind {
    IKE(FigureWords.IKE, Hatch.CROSSED, Palette.DOUBT),
    ESP_OUT(FigureWords.ESP_OUT, Hatch.SOLID, Palette.INK),
    ESP_IN(FigureWords.ESP_IN, Hatch.RISING, Palette.NEUTRAL),
    L2TP(FigureWords.L2TP, Hatch.FALLING, Palette.WRONG);

    private final String words;
    private final Hatch hatch;
    private final Color color;

    FrameKind(String words, Hatch hatch, Color color) {
        this.words = words;
        this.hatch = hatch;
        this.color = color;
    }

    Hatch hatch() {
        return hatch;
    }

    Color color() {
        return color;
    }

    /** Whether frames of {@code path} are of this kind; ESP counts AH and UDP-encapsulated ESP too. */
    boolean covers(OuterPath path) {
        Traffic traffic = path.traffic();
        return switch (this) {
            case IKE -> traffic == Traffic.IKE;
            case ESP_OUT -> traffic.isProtected() && path.outbound();
            case ESP_IN -> traffic.isProtected() && !path.outbound();
            case L2TP -> traffic == Traffic.L2TP_CONTROL || traffic == Traffic.L2TP_DATA;
        };
    }

    @Override
    public String toString() {
        return words;
    }
}

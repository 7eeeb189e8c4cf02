package io.github.espial.report.sheet;

import java.awt.Color;

/**
 * Colors of reports, told apart by people who cannot tell red from green: the red is dark and leans to orange, the
 * green is lighter and leans to blue. Nothing is said by color alone.
 */
public final class Palette {
    public static final Color PAPER = Color.WHITE;
    public static final Color INK = new Color(0x1d2430);
    public static final Color FAINT = new Color(0x59626f);
    public static final Color RULE = new Color(0xc4cad2);
    public static final Color GROUND = new Color(0xf2f4f7);
    public static final Color WRONG = new Color(0xb3261e);
    public static final Color PROPER = new Color(0x00876c);
    public static final Color DOUBT = new Color(0x8a5a00);
    public static final Color NEUTRAL = new Color(0x1f5fa8);

    private Palette() {}
}

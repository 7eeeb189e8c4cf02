package io.github.espial.cli;

import io.github.espial.compare.Comparison;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.extract.tree.FrameTree;
import io.github.espial.report.lang.Language;
import io.github.espial.report.png.Raster;
import io.github.espial.report.sheet.Drawing;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.summary.Figure;
import io.github.espial.report.summary.Figures;
import io.github.espial.report.svg.SvgDrawing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that takes every drawing of a case, each as PNG and as SVG. It is made where it is missing, but not the folder
 * around it.
 */
record ChartFolder(Path folder) implements ReportOutput {
    /** Points that drawings are laid out for. */
    private static final double WIDTH = 720;

    static ChartFolder parse(String text) throws UsageException {
        return new ChartFolder(WholeFile.parse(text).path());
    }

    @Override
    public void checkBefore(List<Path> inputs) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + "/: cannot be written: it is no folder");
        }
        Path around = folder.toAbsolutePath().getParent();
        if (around != null && !Files.isDirectory(around)) {
            throw new IOException(folder + "/: cannot be written: the folder " + around + " does not exist");
        }
        if (!Files.isWritable(Files.exists(folder) || around == null ? folder : around)) {
            throw new IOException(folder + "/: cannot be written: no permission");
        }
    }

    @Override
    public boolean showsFrames() {
        return false;
    }

    @Override
    public void write(CaseReport report, List<FrameTree> frames, Language language) throws IOException {
        write("", report, Typefaces.load().in(language.translation()));
    }

    @Override
    public void write(Comparison comparison, Language language) throws IOException {
        Typefaces fonts = Typefaces.load().in(language.translation());
        write("before-", comparison.before(), fonts);
        write("after-", comparison.after(), fonts);
    }

    private void write(String prefix, CaseReport report, Typefaces fonts) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException there) {
            // That it is a folder was looked at before.
        }
        for (Figure figure : Figures.of(report, fonts)) {
            Drawing drawing = figure.drawing(WIDTH);
            String name = prefix + figure.name();
            String title = fonts.translation().of(figure.title());
            byte[] svg = SvgDrawing.document(drawing, figure.name(), title).getBytes(StandardCharsets.UTF_8);
            new WholeFile(folder.resolve(name + ".png")).write(out -> Raster.write(drawing, out));
            new WholeFile(folder.resolve(name + ".svg")).write(out -> out.write(svg));
        }
    }
}

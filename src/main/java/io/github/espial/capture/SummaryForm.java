package io.github.espial.capture;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.store.Compression;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a {@link CaptureSummary} stands in a file: field by field, without its name, which whoever reads it knows. */
public final class SummaryForm {
    private static final int MOST_DIGITS = 0xff;

    /** In place of a format's name: the capture was read from no file. */
    private static final String NO_FILE = "";

    private SummaryForm() {}

    public static void write(CaptureSummary summary, FieldWriter to) throws IOException {
        file(summary.file(), to);
        to.number(summary.frames());
        to.number(summary.interfaces().size());
        for (CaptureInterface one : summary.interfaces()) {
            write(one, to);
        }
        RemarkForm.writeNames(summary.names(), to);
        RemarkForm.writeComments(summary.comments(), to);
        RemarkForm.writeProblems(summary.problems(), to);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param name as the user now knows the capture
     */
    public static CaptureSummary read(FieldReader from, String name) throws IOException {
        Optional<CaptureFile> file = file(from);
        long frames = from.number(Long.MAX_VALUE);
        List<CaptureInterface> interfaces = new ArrayList<>();
        for (int left = from.count(Integer.MAX_VALUE, 1); left > 0; left--) {
            interfaces.add(point(from));
        }
        List<ResolvedName> names = RemarkForm.readNames(from);
        List<CaptureComment> comments = RemarkForm.readComments(from);
        List<CaptureProblem> problems = RemarkForm.readProblems(from);
        return new CaptureSummary(name, file, frames, interfaces, names, comments, problems);
    }

    private static void file(Optional<CaptureFile> file, FieldWriter to) throws IOException {
        to.text(file.map(one -> one.format().text()).orElse(NO_FILE));
        if (file.isPresent()) {
            to.text(file.get().compression().text());
            to.number(file.get().bytes());
            to.someText(file.get().sha256());
        }
    }

    private static Optional<CaptureFile> file(FieldReader from) throws IOException {
        String format = from.text();
        return format.equals(NO_FILE)
                ? Optional.empty()
                : Optional.of(new CaptureFile(
                        format(format), compression(from.text()), from.number(Long.MAX_VALUE), from.someText()));
    }

    private static void write(CaptureInterface one, FieldWriter to) throws IOException {
        to.number(one.id());
        to.signed(one.linkType());
        to.number(one.snapLength());
        to.number(one.timestampDigits());
        one.description().write(to);
        to.number(one.frames());
        to.number(one.truncatedFrames());
        to.someNumber(one.dropped());
    }

    private static CaptureInterface point(FieldReader from) throws IOException {
        return new CaptureInterface(
                (int) from.number(Integer.MAX_VALUE),
                (int) from.signed(),
                from.number(Long.MAX_VALUE),
                (int) from.number(MOST_DIGITS),
                InterfaceDescription.read(from),
                from.number(Long.MAX_VALUE),
                from.number(Long.MAX_VALUE),
                from.someNumber());
    }

    private static FormatName format(String text) throws IOException {
        if (!FormatName.isName(text)) {
            throw new IOException("no name of a format");
        }
        return new FormatName(text);
    }

    private static Compression compression(String text) throws IOException {
        return Stream.of(Compression.values())
                .filter(compression -> compression.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IOException("a compression that is not known"));
    }
}

package io.github.espial.context.file;

import io.github.espial.bytes.Deadline;
import io.github.espial.context.ContextEntries;
import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.ContextProblem;
import io.github.espial.context.HostName;
import io.github.espial.context.LineSource;
import io.github.espial.context.Lines;
import io.github.espial.context.Prompt;
import io.github.espial.context.ReadLines;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.file.ContextFile.LineRange;
import io.github.espial.context.file.ContextFile.Output;
import io.github.espial.context.paste.MaskedAddresses;
import io.github.espial.context.paste.OddCharacters;
import io.github.espial.context.paste.Peel;
import io.github.espial.context.paste.Peeling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Reads a file of a machine's own words, recognised by content. It may hold the outputs of several commands with
 * prompts and anything else around them; what no parser knows is listed, and is no error.
 */
public final class ContextReader {
    /** Ranges of unrecognised lines that are told apart. */
    private static final int MAX_RANGES = 1000;

    /**
     * Lines in a row that mean nothing to any parser, blank ones included: more is a log or a dump. All parsers look at each
     * such line, which takes a second for 20,000 of them.
     */
    static final int MAX_UNKNOWN = 1 << 16;

    /** Outputs that are told apart: more, for entries are told whose they are by them. */
    private static final int MAX_OUTPUTS = 1 << 16;

    /** A command at a prompt, or a prompt alone: nothing is lost where that is not read. */
    private static final Pattern TYPED = Pattern.compile(
            "\\s*(?:(?:\\[[\\w.-]+@[^\\]]{1,64}\\] ?(?:/[\\w ]{1,40})?[>#$%]|[\\w.-]{1,64}(?:@[\\w.-]{1,64})?(?::[~/][^#$%>]{0,99})?(?: ?\\([\\w -]{1,40}\\))? ?[#>$%])(?: ?[/a-z].*)?"
                    + "|\\[[\\w.-]{1,64}\\]\\[[\\w.-]{1,64}@[\\w.-]{1,64}\\]\\S{0,99}: .*|(?:PS )?[A-Za-z]:\\\\[^>]{0,200}>.*|[\\w-]{1,40}_SFOS [\\w. -]{1,40}# .*|[#$] [a-z].*)\\s*");

    private final ContextNotes notes = new ContextNotes();
    private final List<Output> outputs = new ArrayList<>();
    private final List<LineRange> unrecognised = new ArrayList<>();
    private final List<LineRange> unread = new ArrayList<>();

    private final List<ContextParser> parsers;
    private final Deadline deadline;
    private final Refusals refusals;
    private int lastUnrecognised;

    private ContextReader(List<ContextParser> parsers, Deadline deadline, Refusals refusals) {
        this.parsers = parsers;
        this.deadline = deadline;
        this.refusals = refusals;
    }

    /** Whether a file may be one to read here, going by its first octets: whether it is text. */
    public static boolean isText(byte[] start) {
        return TextStart.charsetOf(start, start.length).isPresent();
    }

    /** Reads a file of the file system; with keys in it, its permissions are looked at. */
    public static ContextFile read(Path file, Deadline deadline) throws IOException {
        return read(file.toString(), file, deadline);
    }

    /** The same, however long it takes. */
    public static ContextFile read(Path file) throws IOException {
        return read(file, Deadline.NONE);
    }

    /**
     * Reads a file of the file system; with keys in it, its permissions are looked at.
     *
     * @param name as messages call it
     */
    public static ContextFile read(String name, Path file, Deadline deadline) throws IOException {
        try (InputStream octets = Files.newInputStream(file)) {
            ContextFile read = read(name, octets, deadline);
            return read.entries().hasKeys() && isReadableByAll(file)
                    ? read.with(new ContextProblem(0, "holds keys, and every user of this machine may read it"))
                    : read;
        }
    }

    /**
     * Reads to the end of {@code octets}, and leaves them open.
     *
     * @param name as messages call it
     */
    public static ContextFile read(String name, InputStream octets) throws IOException {
        return read(name, octets, Deadline.NONE);
    }

    /**
     * The same up to the line that is next when the time is up: what there is by then is read, and the rest is said.
     *
     * @param name as messages call it
     */
    public static ContextFile read(String name, InputStream octets, Deadline deadline) throws IOException {
        return read(name, octets, ContextParsers.ALL, deadline);
    }

    /** The same with {@code parsers}, of which the first that recognises a line reads it. */
    static ContextFile read(String name, InputStream octets, List<ContextParser> parsers, Deadline deadline)
            throws IOException {
        Refusals refusals = new Refusals();
        ContextReader reader = new ContextReader(parsers, deadline, refusals);
        PushbackInputStream whole = new PushbackInputStream(octets, TextStart.LENGTH);
        byte[] start = whole.readNBytes(TextStart.LENGTH);
        whole.unread(start);
        Optional<Charset> charset = TextStart.charsetOf(start, start.length);
        if (charset.isPresent()) {
            Peel peel = Peeling.of(
                    firstLines(start, charset.get()),
                    lines -> new ContextReader(parsers, Deadline.NONE, refusals).understood(lines));
            LineSource all = new ReadLines(new BufferedReader(new InputStreamReader(whole, charset.get())));
            MaskedAddresses masked = new MaskedAddresses(peel.over(OddCharacters.plain(all)));
            reader.scan(new Lines(masked));
            masked.remark().ifPresent(remark -> reader.notes.problem(masked.first(), remark));
            return reader.file(name, masked::isMasked);
        }
        reader.notes.problem(0, "not text");
        return reader.file(name, line -> false);
    }

    /** The lines that {@code start} holds whole. */
    private static List<String> firstLines(byte[] start, Charset charset) throws IOException {
        LineSource lines = OddCharacters.plain(new ReadLines(new StringReader(new String(start, charset))));
        List<String> whole = new ArrayList<>();
        while (lines.advance()) {
            whole.add(lines.line());
        }
        if (start.length == TextStart.LENGTH && whole.size() > 1) {
            whole.remove(whole.size() - 1);
        }
        return whole;
    }

    /** How much some lines tell. */
    private Peeling.Understood understood(LineSource lines) throws IOException {
        scan(new Lines(lines));
        long unread = 0;
        for (LineRange range : unrecognised) {
            unread += range.last() - range.first() + 1L;
        }
        return new Peeling.Understood(notes.count(), notes.problems().size(), unread);
    }

    private void scan(Lines lines) throws IOException {
        int unknown = 0;
        while (!lines.atEnd()) {
            int first = lines.number();
            if (deadline.isOver()) {
                notes.problem(first, "not read from here on: the time was up (--max-time)");
                return;
            }
            if (unknown == MAX_UNKNOWN) {
                notes.problem(
                        first,
                        "not read from here on: the " + MAX_UNKNOWN + " lines before mean nothing to any parser");
                return;
            }
            Prompt.of(lines.peek()).flatMap(Prompt::host).ifPresent(host -> notes.add(new HostName(first, host)));
            Optional<ContextParser> parser = parserFor(lines);
            unknown = parser.isPresent() ? 0 : unknown + 1;
            if (parser.isPresent()) {
                parse(parser.get(), lines);
                keep(new Output(
                        parser.get().kind(),
                        parser.get().platform(),
                        parser.get().program(),
                        new LineRange(first, lines.number() - 1)));
            } else {
                String line = lines.next();
                if (!line.isBlank()) {
                    lastUnrecognised = first;
                    keep(first, unrecognised);
                    if (!TYPED.matcher(line).matches()) {
                        keep(first, unread);
                    }
                }
            }
        }
    }

    private Optional<ContextParser> parserFor(Lines lines) throws IOException {
        String line = lines.peek();
        if (line.isBlank()) {
            return Optional.empty();
        }
        BitSet refused = refusals.of(line);
        for (int place = refused.nextClearBit(0); place < parsers.size(); place = refused.nextClearBit(place + 1)) {
            if (recognises(place, lines, refused)) {
                return Optional.of(parsers.get(place));
            }
        }
        return Optional.empty();
    }

    private boolean recognises(int place, Lines lines, BitSet refused) throws IOException {
        long looksAhead = lines.looksAhead();
        try {
            boolean recognises = parsers.get(place).recognises(lines);
            refused.set(place, !recognises && lines.looksAhead() == looksAhead);
            return recognises;
        } catch (RuntimeException | StackOverflowError failure) {
            fail(parsers.get(place), lines.number(), failure);
            return false;
        }
    }

    /** A parser that fails loses the line it failed at, and one that takes no line loses that: never the case. */
    private void parse(ContextParser parser, Lines lines) throws IOException {
        int first = lines.number();
        try {
            parser.parse(lines, notes);
            if (lines.number() == first) {
                notes.problem(first, "begins as " + parser.kind() + " does, and was not read");
            }
        } catch (RuntimeException | StackOverflowError failure) {
            fail(parser, Math.max(first, lines.number() - 1), failure);
        }
        if (lines.number() == first) {
            lines.next();
        }
    }

    /** Says what was lost; the name of the failure, and not its message, which may hold a key. */
    private void fail(ContextParser parser, int line, Throwable failure) {
        notes.problem(
                line,
                "reading as " + parser.kind() + " broke off here, for a defect of this program: "
                        + failure.getClass().getSimpleName());
    }

    /** Outputs of one kind that follow each other, with nothing but blank lines between them, are one. */
    private void keep(Output output) {
        if (!outputs.isEmpty()) {
            Output last = outputs.get(outputs.size() - 1);
            if (last.kind().equals(output.kind())
                    && last.platform() == output.platform()
                    && lastUnrecognised < last.lines().last()) {
                outputs.set(outputs.size() - 1, last.to(output.lines().last()));
                return;
            }
        }
        if (outputs.size() < MAX_OUTPUTS) {
            outputs.add(output);
        }
    }

    private static void keep(int line, List<LineRange> ranges) {
        if (!ranges.isEmpty()) {
            LineRange last = ranges.get(ranges.size() - 1);
            if (last.last() + 1 == line) {
                ranges.set(ranges.size() - 1, new LineRange(last.first(), line));
                return;
            }
        }
        if (ranges.size() < MAX_RANGES) {
            ranges.add(new LineRange(line, line));
        }
    }

    private ContextFile file(String name, IntPredicate isMasked) {
        new OneMachine(notes).check();
        ContextEntries entries = withMasked(notes.entries(), isMasked);
        return new ContextFile(
                name,
                List.copyOf(outputs),
                notes.hostNames(),
                List.copyOf(unrecognised),
                List.copyOf(unread),
                entries.with(new OwnEnds(entries.interfaces()).settle(entries.policies())),
                notes.problems());
    }

    /** A router that no parser can read seems to be none: the route would lead to its destination itself. */
    private static ContextEntries withMasked(ContextEntries entries, IntPredicate isMasked) {
        return entries.withRoutes(entries.routes().stream()
                .map(route -> isMasked.test(route.line()) && route.target() instanceof RouteEntry.Target.OnLink
                        ? route.masked()
                        : route)
                .toList());
    }

    private static boolean isReadableByAll(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
    }
}

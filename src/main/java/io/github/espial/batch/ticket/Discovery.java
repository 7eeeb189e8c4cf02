package io.github.espial.batch.ticket;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.RingFile;
import io.github.espial.cases.Intake;
import io.github.espial.read.CaptureReader;
import io.github.espial.report.Printable;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cases of a folder: each folder, archive and capture in it is one. Hidden ones and links are none.
 *
 * @param cases folders first, then archives, then captures, each by name
 * @param passedOver what is none of these, and why: a line each
 */
public record Discovery(List<CasePlace> cases, List<String> passedOver) {
    /** More than any share has; each costs a kilooctet or two until the end. */
    public static final int MAX_CASES = 1_000_000;

    private static final int FLAGS = Pattern.DOTALL | Pattern.CASE_INSENSITIVE;
    private static final Pattern ARCHIVE =
            Pattern.compile("(.+?)\\.(zip|7z|tar|tgz|tbz2?|txz|tzst|tar\\.(gz|bz2|xz|zst|lz4))", FLAGS);
    private static final Pattern CAPTURE =
            Pattern.compile("(.+?)\\.(pcapng|pcap|ntar|cap|dmp|etl|snoop|trc)(\\.(gz|zst|lz4|bz2|xz))?", FLAGS);

    public Discovery {
        cases = List.copyOf(cases);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * Looks at what lies directly in {@code folder}.
     *
     * @param except a folder that holds no case: that of the reports
     * @throws IOException when {@code folder} cannot be read; the message names it
     */
    public static Discovery of(Path folder, Path except) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                if (!entry.getFileName().toString().startsWith(".") && !isSame(entry, except)) {
                    entries.add(entry);
                }
                if (entries.size() > MAX_CASES) {
                    throw new IOException("more than " + MAX_CASES + " entries");
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new IOException(folder + ": the folder cannot be read", e);
        }
        entries.sort(null);
        return new Sorting().sort(entries);
    }

    private static boolean isSame(Path entry, Path except) {
        try {
            return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                    && Files.exists(except)
                    && Files.isSameFile(entry, except);
        } catch (IOException e) {
            return false;
        }
    }

    /** Tells cases from other things. */
    private static final class Sorting {
        private final CaseIds ids = new CaseIds();
        private final List<Path> folders = new ArrayList<>();
        private final List<Path> archives = new ArrayList<>();
        private final Map<String, List<Path>> captures = new TreeMap<>();
        private final List<String> passedOver = new ArrayList<>();

        Discovery sort(List<Path> entries) {
            entries.forEach(this::look);
            List<CasePlace> cases = new ArrayList<>();
            for (Path folder : folders) {
                cases.add(place(CasePlace.Kind.FOLDER, name(folder), List.of(folder)));
            }
            for (Path archive : archives) {
                Matcher ending = ARCHIVE.matcher(name(archive));
                String stem = ending.matches() ? ending.group(1) : name(archive);
                cases.add(place(CasePlace.Kind.ARCHIVE, stem, List.of(archive)));
            }
            captures.forEach((stem, files) -> {
                files.sort(Comparator.comparing(file -> RingFile.of(name(file)).orElse(new RingFile("", "", ""))));
                cases.add(place(CasePlace.Kind.CAPTURE, stem, files));
            });
            return new Discovery(cases, passedOver);
        }

        private void look(Path entry) {
            String name = name(entry);
            String shown = Printable.of(name);
            if (Files.isSymbolicLink(entry)) {
                passedOver.add(shown + ": a link; give the folder or file itself");
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                folders.add(entry);
            } else if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                passedOver.add(shown + ": neither a folder nor a file");
            } else if (ARCHIVE.matcher(name).matches()) {
                archives.add(entry);
            } else {
                lookAtCapture(entry, name);
            }
        }

        private void lookAtCapture(Path entry, String name) {
            Optional<RingFile> inRing = RingFile.of(name);
            Matcher ending = CAPTURE.matcher(name);
            if (ending.matches() || isCapture(entry) || Intake.isScan(entry)) {
                String stem = ending.matches() ? name.substring(0, ending.end(1)) : name.replaceFirst("\\.scan$", "");
                // Two files of one stem and different endings are two cases.
                String key = inRing.map(RingFile::ring).orElse(stem);
                boolean isTaken = captures.containsKey(key) && inRing.isEmpty();
                captures.computeIfAbsent(isTaken ? name : key, unused -> new ArrayList<>())
                        .add(entry);
            } else {
                passedOver.add(Printable.of(name) + ": neither a capture nor an archive");
            }
        }

        private CasePlace place(CasePlace.Kind kind, String stem, List<Path> paths) {
            String name = name(paths.get(0));
            return new CasePlace(ids.next(stem, name, () -> unique(paths.get(0))), Printable.of(stem), kind, paths);
        }

        /** Octets that are no text show in the URI only. */
        private static String unique(Path path) {
            return path.toUri().getRawPath().replaceAll("/$", "").replaceAll("^.*/", "");
        }

        private static boolean isCapture(Path file) {
            try {
                CaptureReader.probe(CaptureSource.file(file));
                return true;
            } catch (CaptureException e) {
                return false;
            }
        }

        private static String name(Path path) {
            return String.valueOf(path.getFileName());
        }
    }
}

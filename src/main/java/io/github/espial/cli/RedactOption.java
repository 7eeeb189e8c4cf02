package io.github.espial.cli;

import io.github.espial.bytes.Deadline;
import io.github.espial.capture.CaptureException;
import io.github.espial.context.file.ContextReader;
import io.github.espial.read.CaptureReader;
import io.github.espial.redact.mapping.RedactionKey;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ZipArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** {@code --redact [KEYFILE]}. The key is never shown. */
final class RedactOption {
    static final String NAME = "redact";
    private static final String WORD = "--" + NAME;

    private static final String REMARK = "--redact: under a key of this run only, so that the next run gives other"
            + " addresses; to have the same again, make a file once (openssl rand -hex 32 > redaction.key), keep it, and"
            + " give it: --redact redaction.key";

    private RedactOption() {}

    /** What to tell the user of a key; empty where there is nothing. */
    static Optional<String> remark(RedactionKey key) {
        return key.isOfThisRun() ? Optional.of(REMARK) : Optional.empty();
    }

    static Option option() {
        return Option.builder()
                .longOpt(NAME)
                .hasArg()
                .optionalArg(true)
                .argName("KEYFILE")
                .desc("addresses, MACs and names replaced in all that is written, under the key in KEYFILE")
                .get();
    }

    /** The arguments with the option last where an input follows it, which would be taken for the file with the key. */
    static List<String> placed(List<String> arguments) {
        int at = arguments.indexOf(WORD);
        int end = arguments.indexOf("--");
        boolean isFollowed = at >= 0 && at + 1 < arguments.size() && (end < 0 || at + 1 < end);
        if (!isFollowed || !isInput(arguments.get(at + 1))) {
            return arguments;
        }
        List<String> placed = new ArrayList<>(arguments);
        placed.remove(at);
        placed.add(end < 0 ? placed.size() : end - 1, WORD);
        return placed;
    }

    /** The key of cases that are redacted one by one; empty where nothing is to be redacted. */
    static Optional<RedactionKey> key(CommandLine line) throws UsageException {
        if (!line.hasOption(NAME)) {
            return Optional.empty();
        }
        String file = line.getOptionValue(NAME);
        return Optional.of(file == null ? RedactionKey.random() : read(file));
    }

    /** What {@code line} asks for; empty where nothing is to be redacted. */
    static Optional<Redaction> redaction(CommandLine line) throws UsageException {
        return key(line).map(Redaction::new);
    }

    private static RedactionKey read(String file) throws UsageException {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw new UsageException(WORD + " " + file + ": no such file; openssl rand -hex 32 > " + file
                        + " makes one, and without a file there is a key for this run");
            }
            // One more, by which a file that is too long shows.
            try (InputStream octets = Files.newInputStream(path)) {
                return RedactionKey.of(octets.readNBytes(RedactionKey.MOST_OCTETS + 1));
            }
        } catch (IOException e) {
            throw new UsageException(WORD + " " + file + ": cannot be read: " + e.getMessage());
        } catch (InvalidPathException e) {
            throw new UsageException(WORD + " " + file + ": not a file name: " + e.getReason());
        } catch (IllegalArgumentException e) {
            throw new UsageException(WORD + " " + file + ": " + e.getMessage());
        }
    }

    /** Whether a word names what a case is read from rather than a key. */
    private static boolean isInput(String word) {
        if (word.equals("-")) {
            return true;
        }
        try {
            Path path = Path.of(word);
            if (Files.isDirectory(path)) {
                return true;
            }
            return Files.isRegularFile(path)
                    && (Files.size(path) > RedactionKey.MOST_OCTETS || ZipArchive.isZip(path) || isRead(path));
        } catch (IOException | InvalidPathException e) {
            // Whoever reads the key says what is wrong with it.
            return false;
        }
    }

    private static boolean isRead(Path path) throws IOException {
        try {
            CaptureReader.probe(CaptureSource.file(path));
            return true;
        } catch (CaptureException noCapture) {
            return ContextReader.read(path, Deadline.NONE).isRecognised();
        }
    }
}

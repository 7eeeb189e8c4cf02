package io.github.espial.redact;

import io.github.espial.capture.RingFile;
import io.github.espial.cases.CaseFiles;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.context.file.ContextFile;
import io.github.espial.infer.Statements;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.redact.frame.CaseDisguise;
import io.github.espial.redact.mapping.Mapping;
import io.github.espial.redact.mapping.RedactionKey;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.Disguise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A case, and what is asked of it, under a key: all that is read of it afterwards is redacted. Not thread-safe. */
public final class RedactedCase {
    /** Endings that captures are known by; others may be a name. */
    private static final Pattern ENDING =
            Pattern.compile("(?i).*(\\.(?:pcapng|pcap|cap|snoop|etl|ntar)(?:\\.(?:gz|zst|lz4|xz|bz2))?)");

    private final RedactionKey key;
    private final Mapping mapping;

    public RedactedCase(RedactionKey key) {
        this.key = key;
        this.mapping = Mapping.of(key);
    }

    /**
     * The files of a case, called by number; scans of redacted captures stay as they are.
     *
     * @throws IllegalArgumentException for a scan of a capture that is not redacted, which {@link #firstUndisguisable} names
     */
    public CaseFiles of(CaseFiles files) {
        if (firstUndisguisable(files).isPresent()) {
            throw new IllegalArgumentException(firstUndisguisable(files).get() + ": was scanned as it is");
        }
        Disguise disguise = new CaseDisguise(key);
        List<CaptureSource> captures = new ArrayList<>();
        Map<String, Integer> rings = new HashMap<>();
        for (CaptureSource capture : files.captures()) {
            if (capture instanceof CaptureSource.Scanned scanned && scanned.isRedacted()) {
                captures.add(scanned);
                continue;
            }
            String name = nameOf(capture.name(), captures.size() + 1, rings);
            captures.add(new CaptureSource.Disguised(capture, name, disguise));
        }
        List<ContextFile> contexts = new ArrayList<>();
        RedactedWords words = new RedactedWords(mapping);
        for (ContextFile context : files.contexts()) {
            contexts.add(words.of(context, "words-" + (contexts.size() + 1) + ".txt"));
        }
        List<CaseFiles.Other> others = new ArrayList<>();
        for (int other = 1; other <= files.others().size(); other++) {
            String name = "file-" + other;
            others.add(new CaseFiles.Other(name, name + ": neither a capture nor output that Espial knows"));
        }
        return new CaseFiles(captures, contexts, others, files.taken(), true);
    }

    /** A capture that cannot be redacted any more: its frames are not at hand, and were scanned as they are. */
    public static Optional<String> firstUndisguisable(CaseFiles files) {
        for (CaptureSource capture : files.captures()) {
            if (capture instanceof CaptureSource.Scanned scanned && !scanned.isRedacted()) {
                return Optional.of(scanned.name());
            }
        }
        return Optional.empty();
    }

    /** What is asked, of the addresses that stand for those of the case. */
    public CaseQuestion of(CaseQuestion question) {
        return new CaseQuestion(
                of(question.stated()), question.from(), question.to(), question.threads(), question.breadth());
    }

    /** What stands for the name of a {@code kind} of thing, such as {@code case-0123456789abcdef}. */
    public String nameOf(String kind, String name) {
        return mapping.names().of(kind, name);
    }

    /** What stands for an address. */
    public IpAddress of(IpAddress address) {
        return mapping.addresses().of(address);
    }

    private Statements of(Statements stated) {
        Map<IpAddress, Station> hops = new HashMap<>();
        stated.nextHops().forEach((peer, hop) -> hops.put(of(peer), of(hop)));
        return new Statements(
                stated.serverAddresses().stream().map(this::of).toList(),
                stated.serverMacs().stream().map(mapping.macs()::of).toList(),
                stated.gateways().stream().map(this::of).toList(),
                hops);
    }

    private Station of(Station station) {
        return new Station(
                station.mac().map(mapping.macs()::of), station.address().map(this::of));
    }

    /** A number, and what tells which of a ring of files it is: files of one ring are read as one. */
    private static String nameOf(String name, int number, Map<String, Integer> rings) {
        Optional<RingFile> ring = RingFile.of(name);
        Matcher ending = ENDING.matcher(name);
        String behind = ending.matches() ? ending.group(1).toLowerCase(Locale.ROOT) : "";
        if (ring.isPresent()) {
            int first = rings.computeIfAbsent(ring.get().ring(), unknown -> number);
            return "capture-" + first + "_" + ring.get().number() + "_"
                    + ring.get().time() + behind;
        }
        return "capture-" + number + behind;
    }
}

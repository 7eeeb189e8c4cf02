package io.github.espial.batch.ticket;

import io.github.espial.bytes.OctetStream;
import io.github.espial.cases.CaseFiles;
import io.github.espial.cases.FolderListing;
import io.github.espial.cases.Intake;
import io.github.espial.report.Printable;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.DecompressionLimit;
import io.github.espial.store.NoRoomException;
import io.github.espial.store.ReadProgress;
import io.github.espial.store.Stored;
import io.github.espial.store.Unpacking;
import io.github.espial.store.ZipArchive;
import io.github.espial.store.ZipMember;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes in what lies in the place of a case. Nothing is written but what 7-Zip and tar archives hold, and that into a
 * given folder.
 */
public final class CaseIntake {
    private final CasePlace place;
    private final DecompressionLimit limit;
    private final long most;
    private final Path work;

    private final Intake intake;
    private final List<CaseFiles.Other> others = new ArrayList<>();
    private Ticket ticket;
    private boolean hasTicketFile;
    private int unpacked;

    private CaseIntake(CasePlace place, DecompressionLimit limit, long most, Path work) {
        this.place = place;
        this.limit = limit;
        this.most = most;
        this.work = work;
        this.intake = new Intake(limit);
        this.ticket = Ticket.named(place.name());
    }

    /**
     * All that belongs to a case.
     *
     * @param limit how large a capture may become when it is decompressed
     * @param most octets that its captures may have together
     * @param work a folder for what archives hold; made when needed, and the caller removes it
     * @throws LimitException when the case has more
     * @throws IOException when it cannot be read, or holds nothing that is known; the message names it
     */
    public static ReceivedCase read(CasePlace place, DecompressionLimit limit, long most, Path work)
            throws IOException {
        return new CaseIntake(place, limit, most, work).read();
    }

    /** What people say of a case of which nothing else can be read: what lies in its folder, else the folder's name. */
    public static Ticket ticketOf(CasePlace place) {
        Ticket named = Ticket.named(place.name());
        if (place.kind() != CasePlace.Kind.FOLDER) {
            return named;
        }
        for (String name : TicketFile.NAMES) {
            Path file = place.paths().get(0).resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                try (InputStream octets = Files.newInputStream(file)) {
                    return TicketFile.read(octets, name, named);
                } catch (IOException e) {
                    // Why the case failed is told; that its ticket cannot be read either would tell nobody more.
                    return named;
                }
            }
        }
        return named;
    }

    private ReceivedCase read() throws IOException {
        for (Path path : place.paths()) {
            switch (place.kind()) {
                case FOLDER -> addFolder(path);
                case ARCHIVE -> addArchive(file(path, Printable.of(String.valueOf(path.getFileName()))));
                case CAPTURE -> intake.add(path, Printable.of(String.valueOf(path.getFileName())));
            }
        }
        CaseFiles all = withoutTicket(intake.files());
        if (all.captures().isEmpty() && all.contexts().isEmpty()) {
            throw nothing(all.others());
        }
        long octets = 0;
        for (CaptureSource capture : all.captures()) {
            octets += capture.size().orElse(0);
            if (octets > most) {
                throw new LimitException(place.name() + ": its captures have more than " + most
                        + " octets (--max-size SIZE sets another limit)");
            }
        }
        Ticket checked = withKeysChecked(all);
        return new ReceivedCase(withProblems(DuplicateCaptures.leftOut(all), checked), checked, octets);
    }

    private void addFolder(Path folder) throws IOException {
        FolderListing listing = FolderListing.of(folder, place.name());
        others.addAll(listing.leftOut());
        for (FolderListing.Entry entry : listing.files()) {
            CaptureSource.OfFile file = file(entry.path(), Printable.of(entry.name()));
            if (folder.equals(entry.path().getParent())
                    && isTicket(entry.path().getFileName().toString())) {
                addTicket(file);
            } else if (Files.isReadable(entry.path()) && Unpacking.isArchive(file)) {
                addUnpacked(file);
            } else {
                intake.offer(file.path(), file.name());
            }
        }
    }

    private void addArchive(CaptureSource.OfFile archive) throws IOException {
        if (!Files.isReadable(archive.path())) {
            throw new IOException(archive.name() + ": permission denied");
        }
        if (Unpacking.isArchive(archive)) {
            int before = others.size();
            addUnpacked(archive);
            if (unpacked == 0 && others.size() > before) {
                throw new IOException(others.get(before).reason());
            }
        } else if (ZipArchive.isZip(archive.path())) {
            intake.add(archive.path(), archive.name());
            addZippedTicket(archive);
        } else {
            throw new IOException(archive.name() + ": neither a ZIP, 7-Zip nor tar archive, though its name says so");
        }
    }

    /** Whatever can be unpacked is taken; what cannot be is noted. */
    private void addUnpacked(CaptureSource.OfFile archive) throws IOException {
        Path folder = work.resolve(Integer.toString(unpacked + others.size()));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new NoRoomException(folder, e);
        }
        List<Unpacking.Member> members;
        try {
            members = Unpacking.unpack(archive, folder, most);
        } catch (NoRoomException e) {
            // Nothing is wrong with the archive, and the next run may find room.
            throw e;
        } catch (IOException e) {
            others.add(new CaseFiles.Other(archive.name(), archive.name() + ": " + e.getMessage()));
            return;
        }
        unpacked++;
        Optional<Unpacking.Member> described = members.stream()
                .filter(member -> isTicket(lastOf(member.name())))
                .min(Comparator.comparingInt(member -> depth(member.name())));
        for (Unpacking.Member member : members) {
            CaptureSource.OfFile file = file(member.file(), archive.name() + "!" + Printable.of(member.name()));
            if (described.filter(member::equals).isPresent() && !hasTicketFile) {
                addTicket(file);
            } else {
                intake.offer(file.path(), file.name());
            }
        }
    }

    private void addTicket(CaptureSource source) {
        try (Stored stored = Stored.open(source, ReadProgress.NONE);
                InputStream octets = new OctetStream(stored.octets())) {
            ticket = TicketFile.read(octets, source.name(), Ticket.named(place.name()));
            hasTicketFile = true;
        } catch (IOException e) {
            others.add(new CaseFiles.Other(source.name(), source.name() + ": cannot be read: " + e.getMessage()));
        }
    }

    private void addZippedTicket(CaptureSource.OfFile archive) throws IOException {
        Optional<ZipMember> described = ZipArchive.members(archive.path()).stream()
                .filter(member -> isTicket(lastOf(member.name())))
                .min(Comparator.comparingInt(member -> depth(member.name())));
        described.ifPresent(member -> addTicket(new CaptureSource.OfMember(
                archive.path(), member, archive.name() + "!" + Printable.of(member.name()), limit)));
    }

    /** The intake of an archive knows nothing of tickets. */
    private CaseFiles withoutTicket(CaseFiles files) {
        List<CaseFiles.Other> all = new ArrayList<>(others);
        files.others().stream()
                .filter(other -> !hasTicketFile || !isTicket(lastOf(other.name())))
                .forEach(all::add);
        return new CaseFiles(files.captures(), files.contexts(), all, files.taken(), files.isRedacted());
    }

    private Ticket withKeysChecked(CaseFiles files) {
        List<String> problems = new ArrayList<>(ticket.problems());
        for (String key : ticket.keys()) {
            boolean isThere = files.contexts().stream()
                    .anyMatch(context -> context.entries().hasKeys()
                            && lastOf(context.name()).equals(Printable.of(lastOf(key))));
            if (!isThere) {
                problems.add("ticket.yaml: keys: " + Printable.of(key) + ": the case has no such file with keys");
            }
        }
        return new Ticket(
                ticket.id(),
                ticket.title(),
                ticket.customer(),
                ticket.notes(),
                ticket.stated(),
                ticket.keys(),
                problems);
    }

    /** What is wrong with the ticket is told where it is told of other files, and first. */
    private static CaseFiles withProblems(CaseFiles files, Ticket ticket) {
        List<CaseFiles.Other> all = new ArrayList<>();
        ticket.problems().forEach(problem -> all.add(new CaseFiles.Other("ticket.yaml", problem)));
        all.addAll(files.others());
        return new CaseFiles(files.captures(), files.contexts(), all, files.taken(), files.isRedacted());
    }

    private IOException nothing(List<CaseFiles.Other> reasons) {
        if (reasons.isEmpty()) {
            return new IOException(place.name() + ": the folder is empty");
        }
        String more = reasons.size() > 1 ? "; and " + (reasons.size() - 1) + " more such files" : "";
        return new IOException(place.name() + ": no capture in it, and no output that Espial knows: "
                + reasons.get(0).reason() + more);
    }

    private CaptureSource.OfFile file(Path path, String name) {
        return new CaptureSource.OfFile(path, name, limit);
    }

    private static boolean isTicket(String name) {
        return TicketFile.NAMES.contains(name);
    }

    private static String lastOf(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
    }

    private static int depth(String name) {
        return (int) name.chars().filter(character -> character == '/').count();
    }
}

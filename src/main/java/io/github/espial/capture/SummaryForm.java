package io.github.espial.capture;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.store.Compression;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How a {@link CaptureSummary} stands in a file: field by field, without its name, which whoever reads it knows. */
public final class SummaryForm {
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;
    private static final int MOST_PREFIX_BITS = 128;
    private static final int MOST_DIGITS = 0xff;

    private SummaryForm() {}

    public static void write(CaptureSummary summary, FieldWriter to) throws IOException {
        to.text(summary.format().text());
        to.text(summary.compression().text());
        to.number(summary.bytes());
        text(summary.sha256(), to);
        to.number(summary.frames());
        to.number(summary.interfaces().size());
        for (CaptureInterface one : summary.interfaces()) {
            write(one, to);
        }
        to.number(summary.names().size());
        for (ResolvedName name : summary.names()) {
            to.octets(name.address().getAddress());
            to.text(name.name());
        }
        to.number(summary.comments().size());
        for (CaptureComment comment : summary.comments()) {
            to.number(comment.frame());
            to.text(comment.text());
        }
        to.number(summary.problems().size());
        for (CaptureProblem problem : summary.problems()) {
            to.number(problem.offset());
            number(problem.frame(), to);
            to.text(problem.text());
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param name as the user now knows the capture
     */
    public static CaptureSummary read(FieldReader from, String name) throws IOException {
        FormatName format = format(from.text());
        Compression compression = compression(from.text());
        long bytes = from.number(Long.MAX_VALUE);
        Optional<String> sha256 = text(from);
        long frames = from.number(Long.MAX_VALUE);
        List<CaptureInterface> interfaces = new ArrayList<>();
        for (int left = from.count(Integer.MAX_VALUE, 1); left > 0; left--) {
            interfaces.add(point(from));
        }
        List<ResolvedName> names = new ArrayList<>();
        for (int left = from.count(Integer.MAX_VALUE, IPV4_LENGTH); left > 0; left--) {
            names.add(new ResolvedName(address(from), from.text()));
        }
        List<CaptureComment> comments = new ArrayList<>();
        for (int left = from.count(Integer.MAX_VALUE, 2); left > 0; left--) {
            comments.add(new CaptureComment(from.number(Long.MAX_VALUE), from.text()));
        }
        List<CaptureProblem> problems = new ArrayList<>();
        for (int left = from.count(Integer.MAX_VALUE, 2); left > 0; left--) {
            problems.add(new CaptureProblem(from.number(Long.MAX_VALUE), number(from), from.text()));
        }
        return new CaptureSummary(
                name, format, compression, bytes, sha256, frames, interfaces, names, comments, problems);
    }

    private static void write(CaptureInterface one, FieldWriter to) throws IOException {
        to.number(one.id());
        to.signed(one.linkType());
        to.number(one.snapLength());
        to.number(one.timestampDigits());
        InterfaceDescription description = one.description();
        text(description.name(), to);
        text(description.description(), to);
        text(description.hardware(), to);
        text(description.os(), to);
        text(description.filter(), to);
        number(description.mac(), to);
        to.number(description.addresses().size());
        for (StatedAddress address : description.addresses()) {
            to.octets(address.address().getAddress());
            to.number(address.prefixLength());
        }
        to.number(one.frames());
        to.number(one.truncatedFrames());
        number(one.dropped(), to);
    }

    private static CaptureInterface point(FieldReader from) throws IOException {
        return new CaptureInterface(
                (int) from.number(Integer.MAX_VALUE),
                (int) from.signed(),
                from.number(Long.MAX_VALUE),
                (int) from.number(MOST_DIGITS),
                description(from),
                from.number(Long.MAX_VALUE),
                from.number(Long.MAX_VALUE),
                number(from));
    }

    private static InterfaceDescription description(FieldReader from) throws IOException {
        Optional<String> name = text(from);
        Optional<String> description = text(from);
        Optional<String> hardware = text(from);
        Optional<String> os = text(from);
        Optional<String> filter = text(from);
        OptionalLong mac = number(from);
        List<StatedAddress> addresses = new ArrayList<>();
        for (int left = from.count(Integer.MAX_VALUE, IPV4_LENGTH); left > 0; left--) {
            addresses.add(new StatedAddress(address(from), (int) from.number(MOST_PREFIX_BITS)));
        }
        return new InterfaceDescription(name, description, hardware, os, filter, mac, addresses);
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

    private static InetAddress address(FieldReader from) throws IOException {
        byte[] octets = from.octets(IPV6_LENGTH);
        from.hold(octets.length == IPV4_LENGTH || octets.length == IPV6_LENGTH, "the length of an address");
        return InetAddress.getByAddress(octets);
    }

    private static void text(Optional<String> text, FieldWriter to) throws IOException {
        to.flag(text.isPresent());
        if (text.isPresent()) {
            to.text(text.get());
        }
    }

    private static Optional<String> text(FieldReader from) throws IOException {
        return from.flag() ? Optional.of(from.text()) : Optional.empty();
    }

    private static void number(OptionalLong number, FieldWriter to) throws IOException {
        to.flag(number.isPresent());
        if (number.isPresent()) {
            to.number(number.getAsLong());
        }
    }

    private static OptionalLong number(FieldReader from) throws IOException {
        return from.flag() ? OptionalLong.of(from.number()) : OptionalLong.empty();
    }
}

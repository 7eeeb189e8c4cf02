package io.github.espial.extract;

import io.github.espial.capture.CaptureComment;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.Frame;
import io.github.espial.capture.pcapng.PcapngWriter;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.dissect.Content;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.Opaque;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.read.CaptureReader;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The frames that prove findings, as a capture of its own: IPsec, IKE and L2TP, what resolves addresses and tells of
 * routers, ICMP errors, the first frame of every other conversation, and all that evidence names. So it is small, and an
 * analysis of it finds the same. Captures of a case stand one behind the other, with their own interfaces.
 */
public final class EvidenceCapture {
    private final CaseReport report;
    private final Selection selection;
    private final FrameComments comments;
    private final PcapngWriter to;
    private final UnaryOperator<String> wording;
    private long written;

    private EvidenceCapture(CaseReport report, Selection selection, PcapngWriter to, UnaryOperator<String> wording) {
        this.report = report;
        this.selection = selection;
        this.comments = new FrameComments(
                report.findings().stream().filter(selection::takes).toList(), wording);
        this.to = to;
        this.wording = wording;
    }

    /**
     * Reads the captures of a case once more, and writes what is asked for.
     *
     * @param sources the captures of {@code report}, which can be read again
     * @param tool name and version of the program
     * @param wording puts comments into the language that they are read in
     * @return how many frames were written
     * @throws IOException when a capture cannot be read any more, or {@code out} fails
     */
    public static long write(
            List<CaptureSource> sources,
            CaseReport report,
            Selection selection,
            String tool,
            UnaryOperator<String> wording,
            OutputStream out)
            throws IOException {
        List<String> said = new ArrayList<>();
        if (report.inputs().isRedacted()) {
            said.add(wording.apply("redacted: addresses, MACs and names stand for others, and payloads are left out"));
        }
        said.add(wording.apply(report.verdict() + ": " + report.judgment().sentence()));
        for (Finding finding : report.findings()) {
            String severity = wording.apply(finding.severity().toString());
            said.add(finding.id() + " (" + severity + "): " + wording.apply(finding.title()));
        }
        EvidenceCapture evidence = new EvidenceCapture(report, selection, new PcapngWriter(out, tool, said), wording);
        try {
            for (int capture = 0; capture < sources.size(); capture++) {
                evidence.read(capture, sources.get(capture));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
        return evidence.written;
    }

    private static CaptureSummary summary(CaseReport report, int capture) {
        return report.inputs().captures().get(capture).summary();
    }

    private void read(int capture, CaptureSource source) throws IOException, CaptureException {
        CaptureSummary summary = summary(report, capture);
        int[] ids = new int[summary.interfaces().size()];
        for (CaptureInterface of : summary.interfaces()) {
            ids[of.id()] = to.add(of);
        }
        Map<Long, List<String>> own = new HashMap<>();
        for (CaptureComment comment : summary.comments()) {
            own.computeIfAbsent(comment.frame(), frame -> new ArrayList<>()).add(comment.text());
        }
        Dissector packet = new Dissector(new UdpPairs());
        Conversations conversations = new Conversations();
        CaptureReader.read(
                source,
                frame -> {
                    if (frame.interfaceId() >= ids.length) {
                        // The capture is still being written, and got an interface since it was analyzed.
                        return;
                    }
                    Content content = packet.dissect(frame);
                    if (comments.isNamed(capture, frame) || isWanted(frame, content, packet, conversations)) {
                        boolean isProtected =
                                content == Content.ESP || content == Content.UDP_ESP || content == Content.AH;
                        List<String> said = new ArrayList<>(own.getOrDefault(frame.number(), List.of()));
                        List<String> proves = comments.of(capture, frame, packet, isProtected);
                        said.addAll(proves);
                        if (!proves.isEmpty()) {
                            said.add(wording.apply("frame " + frame.number() + " of " + summary.name()));
                        }
                        add(frame, ids[frame.interfaceId()], said);
                    }
                },
                ReadProgress.NONE);
    }

    private void add(Frame frame, int id, List<String> said) {
        try {
            to.add(frame, id, said);
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isWanted(Frame frame, Content content, Dissector packet, Conversations conversations) {
        return switch (content) {
            case ESP, UDP_ESP, AH -> isOfPeer(packet) && isOfSa(packet);
            case KEEPALIVE, IKE, L2TP_CONTROL, L2TP_DATA -> isOfPeer(packet);
            case IP -> packet.opaque() != Opaque.NONE || conversations.isFirst(frame, packet);
            case OTHER -> packet.opaque() != Opaque.NONE;
            default -> true;
        };
    }

    private boolean isOfPeer(Dissector packet) {
        return selection.peers().isEmpty()
                || selection.peers().contains(address(packet, packet.sourceHigh(), packet.sourceLow()))
                || selection.peers().contains(address(packet, packet.destinationHigh(), packet.destinationLow()));
    }

    private boolean isOfSa(Dissector packet) {
        return selection.spis().isEmpty() || selection.spis().contains(new Spi(packet.spi()));
    }

    private static IpAddress address(Dissector packet, long high, long low) {
        return packet.ipVersion() == 4 ? IpAddress.ofIpv4((int) low) : IpAddress.ofIpv6(high, low);
    }
}

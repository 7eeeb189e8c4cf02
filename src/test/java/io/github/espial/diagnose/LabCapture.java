package io.github.espial.diagnose;

import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.capture.pcapng.PcapngBuilder;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A capture of a test case: pcap, or pcapng where its frames tell their card or direction. */
final class LabCapture {
    private static final long MICROS = 1_000_000;
    private static final int SNAP_LENGTH = 262_144;
    private static final int INTERFACE_NAME = 2;
    private static final int FLAGS = 2;

    private final int linkType;
    private final List<String> cards = new ArrayList<>();
    private final List<Kept> frames = new ArrayList<>();

    LabCapture(int linkType) {
        this.linkType = linkType;
    }

    /** The id of the card with that name. */
    int card(String name) {
        if (!cards.contains(name)) {
            cards.add(name);
        }
        return cards.indexOf(name);
    }

    /**
     * Adds a frame.
     *
     * @param direction the low bits of {@code epb_flags}: 1 inbound, 2 outbound; 0 where nothing is told
     */
    void add(int card, long micros, int direction, FrameBuilder frame) {
        frames.add(new Kept(card, micros, direction, frame));
    }

    /** Has every frame so far once more, a few microseconds after itself. */
    void repeatEach() {
        List<Kept> once = List.copyOf(frames);
        frames.clear();
        for (Kept kept : once) {
            frames.add(kept);
            frames.add(new Kept(kept.card(), kept.micros() + 4, kept.direction(), kept.frame()));
        }
    }

    /** The capture without everything behind the first {@code length} octets of each frame. */
    CaptureSource source(String name, Optional<Integer> snapLength) {
        byte[] file = cards.isEmpty() ? pcap(snapLength.orElse(SNAP_LENGTH)) : pcapng();
        return new CaptureSource.OfStream(new ByteArrayInputStream(file), name);
    }

    private byte[] pcap(int snapLength) {
        PcapBuilder file = PcapBuilder.version2(ByteOrder.LITTLE_ENDIAN, 4, snapLength, linkType);
        for (Kept kept : frames) {
            byte[] octets = kept.frame().octets();
            int captured = Math.min(octets.length, snapLength);
            file.record(
                    kept.micros() / MICROS,
                    kept.micros() % MICROS,
                    captured,
                    octets.length,
                    Arrays.copyOf(octets, captured));
        }
        return file.toOctets();
    }

    private byte[] pcapng() {
        PcapngBuilder file = new PcapngBuilder(ByteOrder.LITTLE_ENDIAN);
        for (String card : cards) {
            file.interfaceOf(
                    linkType, 0, options -> options.text(INTERFACE_NAME, card).end());
        }
        for (Kept kept : frames) {
            byte[] octets = kept.frame().octets();
            file.enhanced(kept.card(), kept.micros(), octets.length, octets.length, octets, options -> {
                if (kept.direction() != 0) {
                    options.u32(FLAGS, kept.direction()).end();
                }
            });
        }
        return file.toOctets();
    }

    private record Kept(int card, long micros, int direction, FrameBuilder frame) {}
}

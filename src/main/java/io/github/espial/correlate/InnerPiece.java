package io.github.espial.correlate;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.capture.FrameSink;
import io.github.espial.correlate.inner.InnerFacts;
import io.github.espial.dissect.Content;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.dissect.UsualHeaders;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.Placement;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was opened of one capture, or of a piece of one. Partial: {@code merge} is associative. Not thread-safe. */
final class InnerPiece implements FrameSink {
    /** The section before those of the facts. */
    private static final int OPENINGS = 0;

    private final int capture;
    private final Plans plans;
    private final UsualHeaders headers = new UsualHeaders();
    private final Dissector packet;
    private final InnerPacketReader inner;
    private final InnerFacts facts = new InnerFacts();
    private final @Nullable SaOpening[] openings;

    /**
     * @param capture the capture's place in the case, from 0
     * @param known UDP end points that carry ESP besides port 4500; left as is
     * @param inner reads what is opened
     */
    InnerPiece(int capture, Plans plans, UdpPairs known, InnerPacketReader inner) {
        this.inner = inner;
        this.capture = capture;
        this.plans = plans;
        UdpPairs pairs = new UdpPairs();
        pairs.addAll(known);
        this.packet = new Dissector(pairs);
        this.openings = new SaOpening[plans.size()];
    }

    @Override
    public void frame(Frame frame) {
        if (isSurelyOther(frame)) {
            return;
        }
        Content content = packet.dissect(frame);
        if (content != Content.ESP && content != Content.UDP_ESP) {
            return;
        }
        Traffic traffic = content == Content.ESP ? Traffic.ESP : Traffic.UDP_ESP;
        int sa = plans.find(packet, traffic);
        if (sa != Plans.NONE) {
            opening(sa).take(capture, frame, packet, traffic, inner, facts);
        }
    }

    /** Whether headers as most frames have them tell that nothing is to be opened: then it need not be dissected. */
    private boolean isSurelyOther(Frame frame) {
        return headers.read(frame) && headers.areThese() && !(headers.isEsp() && plans.mayHave(headers.spi()));
    }

    /**
     * Takes in what {@code next} opened; it is left as is.
     *
     * @param how where it comes to stand in the case
     */
    void merge(InnerPiece next, Placement how) {
        facts.merge(next.facts, how);
        for (int sa = 0; sa < openings.length; sa++) {
            SaOpening other = next.openings[sa];
            if (other != null) {
                opening(sa).merge(other);
            }
        }
    }

    void write(FieldWriter to) throws IOException {
        to.section(OPENINGS);
        for (SaOpening opening : openings) {
            to.flag(opening != null);
            if (opening != null) {
                opening.write(to);
            }
        }
        facts.write(to);
    }

    /**
     * Fills this, which is empty, with what {@link #write} wrote of the same plans.
     *
     * @param frames that it is of
     */
    void read(FieldReader from, long frames) throws IOException {
        from.section(OPENINGS);
        for (int sa = 0; sa < openings.length; sa++) {
            if (from.flag()) {
                opening(sa).read(from, frames);
            }
        }
        facts.read(from, capture);
    }

    InnerFacts facts() {
        return facts;
    }

    /** What came of an SA; empty when no packet of it was seen. */
    Optional<SaOpening> of(int sa) {
        return Optional.ofNullable(openings[sa]);
    }

    private SaOpening opening(int sa) {
        SaOpening there = openings[sa];
        if (there != null) {
            return there;
        }
        SaOpening fresh = new SaOpening(plans.get(sa));
        openings[sa] = fresh;
        return fresh;
    }
}

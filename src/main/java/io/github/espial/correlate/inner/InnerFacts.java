package io.github.espial.correlate.inner;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Frame;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.InnerPacket;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.Placement;
import io.github.espial.observe.tally.L2tpTable;
import java.io.IOException;

/**
 * The facts about inner packets. Partial: {@code merge} is associative, facts of no packet are its identity. Bounded. Not
 * thread-safe.
 */
public final class InnerFacts {
    private static final int FLOWS = 1 << 16;
    private static final int FRAGMENTS = 1 << 15;
    private static final int L2TP_TALKS = 1 << 13;

    private static final int OF_FLOWS = 1;
    private static final int OF_FRAGMENTS = 2;
    private static final int OF_L2TP = 3;

    private final InnerTable flows = new InnerTable(FLOWS);
    private final FragmentTable fragments = new FragmentTable(FRAGMENTS);
    private final L2tpTable l2tpTalks = new L2tpTable(L2TP_TALKS);

    /** Counts the packet that {@code inner} has read in the frame that {@code packet} has read. */
    public void add(int capture, Frame frame, Dissector packet, Traffic traffic, int attempt, InnerPacket inner) {
        flows.add(capture, frame, packet, traffic, attempt, inner);
        if (inner.isFragment()) {
            fragments.add(capture, frame, packet, traffic, attempt, inner);
        }
        if (inner.tellsOfL2tp()) {
            l2tpTalks.addInner(capture, frame, packet, traffic, attempt, inner.message());
        }
    }

    /**
     * Takes in what {@code next} counted, which is left as is.
     *
     * @param how where it comes to stand in the case
     */
    public void merge(InnerFacts next, Placement how) {
        flows.merge(next.flows, how);
        fragments.merge(next.fragments, how);
        l2tpTalks.merge(next.l2tpTalks, how);
    }

    /** Writes these facts, which are all of one capture; which place it has in its case is not written. */
    public void write(FieldWriter to) throws IOException {
        to.section(OF_FLOWS);
        flows.write(to);
        to.section(OF_FRAGMENTS);
        fragments.write(to);
        to.section(OF_L2TP);
        l2tpTalks.write(to);
    }

    /**
     * Fills these, which are empty, with what {@link #write} wrote.
     *
     * @param capture the place in its case that the capture now has
     */
    public void read(FieldReader from, int capture) throws IOException {
        from.section(OF_FLOWS);
        flows.read(from, capture);
        from.section(OF_FRAGMENTS);
        fragments.read(from, capture);
        from.section(OF_L2TP);
        l2tpTalks.read(from, capture);
    }

    public InnerTable flows() {
        return flows;
    }

    public FragmentTable fragments() {
        return fragments;
    }

    public L2tpTable l2tpTalks() {
        return l2tpTalks;
    }
}

package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.Claim;
import io.github.espial.observe.FactKind;
import io.github.espial.observe.HostChoice;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.IkeExchange;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.L2tpTalk;
import io.github.espial.observe.RouterOffer;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Talk;
import io.github.espial.observe.table.FrameWord;
import io.github.espial.observe.table.Placement;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The facts of a case, or of any part of it.
 *
 * <p>{@link #merge} is associative, and observations without a frame are its identity: scanning a capture in pieces and
 * merging them in order gives what one scan gives. Captures may be merged in any order. Memory is bounded whatever the
 * captures hold; {@link #sampled()} tells what had to be left out. Not thread-safe.
 */
public final class Observations {
    // More than tens of thousands of forged senders bring, so that they do not push a real one out.
    private static final int IPSEC_TALKS = 1 << 17;
    private static final int PLAIN_TALKS = 1 << 17;
    private static final int SAS = 1 << 17;
    private static final int CLAIMS = 1 << 16;
    private static final int IKE_EXCHANGES = 1 << 17;
    private static final int L2TP_TALKS = 1 << 13;
    private static final int NOTICES = 1 << 16;
    private static final int OFFERS = 1 << 12;
    private static final int POINTS = 1 << 14;
    private static final int OBSTACLES = 1 << 13;

    /** The section before those of the tables. */
    private static final int OF_NO_TABLE = 0;
    /** In place of a place, from 1: nothing depends on it. */
    private static final long ANYWHERE = 0;

    final TalkTable ipsecTalks = new TalkTable(IPSEC_TALKS, true);
    final TalkTable plainTalks = new TalkTable(PLAIN_TALKS, false);
    final SaTable sas = new SaTable(SAS);
    final ClaimTable claims = new ClaimTable(CLAIMS);
    final IkeTable ikeExchanges = new IkeTable(IKE_EXCHANGES);
    final L2tpTable l2tpTalks = new L2tpTable(L2TP_TALKS);
    final IkeMessageTable ikeMessages = new IkeMessageTable();
    final IcmpTable notices = new IcmpTable(NOTICES);
    final OfferTable offers = new OfferTable(OFFERS);
    final PointTable points = new PointTable(POINTS);
    final ObstacleTable obstacles = new ObstacleTable(OBSTACLES);
    final UdpPairs pairs = new UdpPairs();
    /** Frames by capture: what the numbers of a following piece are shifted by. */
    private final Map<Integer, Long> frames = new HashMap<>();
    /** The places in the case of files that belong to a stream which began in another file, and of that one. */
    private final Map<Integer, Integer> streams = new HashMap<>();
    /** Nanoseconds that were added to the times of a capture. */
    private final Map<Integer, Long> added = new HashMap<>();

    /**
     * No facts of a running capture, of which so many frames have passed that nobody looks at any more: windows that are
     * merged into these keep the numbers of their frames. A window leaves by merging those that remain anew: as nothing is
     * kept of it, nothing has to be left out for its sake, and tables that had been {@link #sampled} are whole again.
     */
    public static Observations after(int capture, long frames) {
        Observations none = new Observations();
        none.covered(capture, frames);
        return none;
    }

    /**
     * No facts, of a piece of a capture of which other pieces hold more than can be kept: what these leave out is left out
     * from the first frame on, as it would be when they are merged.
     */
    static Observations within(Sampling sampling) {
        Observations none = new Observations();
        int place = 0;
        for (ObservedTable<?> table : ObservedTable.ALL) {
            table.in().apply(none).leaveOut(sampling.of(place));
            place++;
        }
        return none;
    }

    /** What is left out of these observations, for other pieces of the same capture. */
    public Sampling sampling() {
        long[] levels = new long[ObservedTable.ALL.size()];
        int place = 0;
        for (ObservedTable<?> table : ObservedTable.ALL) {
            levels[place] = table.in().apply(this).leftOut();
            place++;
        }
        return new Sampling(levels);
    }

    /** Takes in what {@code next} saw; pieces of one capture come in their order. {@code next} is left as is. */
    public void merge(Observations next) {
        streams.putAll(next.streams);
        added.putAll(next.added);
        merge(next, Placement.behind(this::framesBefore));
    }

    /**
     * Takes in what {@code next} saw, which is all of one capture of a stream, these observations being all of those before
     * it: what was seen at its points was seen at those of the first. Frames still count within their file.
     *
     * @param capture the place of {@code next} in the case
     * @param stream the place of the capture that began the stream, which may be the same
     */
    public void join(Observations next, int capture, int stream) {
        if (capture == stream) {
            merge(next);
            return;
        }
        streams.put(capture, stream);
        merge(next, new Placement(this::framesBefore, OptionalInt.of(stream), 0));
    }

    /**
     * Takes in what {@code next} saw, which is of other captures than these observations are.
     *
     * @param nanos what is added to its times, so that they are by the clock of the case
     */
    public void join(Observations next, long nanos) {
        streams.putAll(next.streams);
        next.frames.keySet().forEach(capture -> added.put(capture, nanos));
        merge(next, Placement.byClock(nanos));
    }

    /** The same facts of a piece of a capture, with frames that were numbered on from so many before it numbered from 1. */
    Observations numberedAfter(int capture, long frames) {
        Observations piece = new Observations();
        piece.merge(this, Placement.behind(one -> one == capture ? -frames : 0));
        return piece;
    }

    /** Nanoseconds that were added to the times of the capture in this place, so that they are by the clock of the case. */
    public long addedNanos(int capture) {
        return added.getOrDefault(capture, 0L);
    }

    private long framesBefore(int capture) {
        return frames.getOrDefault(capture, 0L);
    }

    private void merge(Observations next, Placement how) {
        ObservedTable.ALL.forEach(table -> table.merge(this, next, how));
        pairs.addAll(next.pairs);
        next.frames.forEach((capture, count) -> frames.merge(capture, count, Long::sum));
    }

    /**
     * Writes these observations, which are all of one capture or of a piece of it. Which place it has in its case is not
     * written, but where a table keeps a sample only: that depends on the place.
     *
     * @param capture its place in its case
     */
    public void write(int capture, FieldWriter to) throws IOException {
        if (!frames.keySet().stream().allMatch(one -> one == capture)) {
            throw new IllegalArgumentException("not of capture " + capture + " alone: " + frames.keySet());
        }
        to.section(OF_NO_TABLE);
        to.number(sampled().isEmpty() ? ANYWHERE : capture + 1L);
        to.number(frames.getOrDefault(capture, 0L));
        pairs.write(to);
        int section = OF_NO_TABLE;
        for (ObservedTable<?> table : ObservedTable.ALL) {
            section++;
            to.section(section);
            table.in().apply(this).write(to);
        }
    }

    /**
     * Reads what {@link #write} wrote: merged with others, or judged, they tell the same.
     *
     * @param capture the place in its case that the capture now has
     * @throws IOException where that is no observations, or a sample that was made for another place
     */
    public static Observations read(FieldReader from, int capture) throws IOException {
        Observations read = new Observations();
        from.section(OF_NO_TABLE);
        long place = from.number(Integer.MAX_VALUE);
        if (place != ANYWHERE && place != capture + 1L) {
            throw new IOException("it left something out, and the sample that it kept holds only where this is capture "
                    + place + " of a case, and here it is capture " + (capture + 1L) + ": give the capture itself");
        }
        read.covered(capture, from.number(FrameWord.GREATEST_NUMBER));
        read.pairs.read(from);
        int section = OF_NO_TABLE;
        for (ObservedTable<?> table : ObservedTable.ALL) {
            section++;
            from.section(section);
            table.in().apply(read).read(from, capture);
        }
        from.hold(place == ANYWHERE == read.sampled().isEmpty(), "a sample for no place");
        return read;
    }

    /** Says how many frames of a capture these observations cover, delivered or not, once all have been seen. */
    void covered(int capture, long count) {
        frames.merge(capture, count, Long::sum);
    }

    /** How many frames of the capture in this place these observations cover, delivered or not. */
    public long framesOf(int capture) {
        return frames.getOrDefault(capture, 0L);
    }

    /** How often rows of tables that frames count in have moved: each time more keys had to be left out. */
    int samplings() {
        return points.samplings() + ipsecTalks.samplings() + plainTalks.samplings() + sas.samplings();
    }

    /** About how many rows that frames count in there would be if what {@code whole} leaves out were left out, these included. */
    public int rowsWithin(Observations whole) {
        return points.rowsWithin(whole.points)
                + ipsecTalks.rowsWithin(whole.ipsecTalks)
                + plainTalks.rowsWithin(whole.plainTalks)
                + sas.rowsWithin(whole.sas);
    }

    /** ESP, AH, IKE, L2TP and what belongs to them, from host to host. */
    public List<Talk> ipsecTalks() {
        return ipsecTalks.rows();
    }

    /** All other IP packets, from host to host. */
    public List<Talk> plainTalks() {
        return plainTalks.rows();
    }

    /** Between whom and where {@link #plainTalks} were. */
    public LinkRows plainLinks() {
        return plainTalks.links();
    }

    /** Between whom and where {@link #sas} were: a row for each SA and link. */
    public LinkRows saLinks() {
        return sas.links();
    }

    public List<SaTalk> sas() {
        return sas.rows(HostChoice.ALL);
    }

    /** Those of {@link #sas} whose source and destination are wanted: of a flood the others are not even made. */
    public List<SaTalk> sas(HostChoice which) {
        return sas.rows(which);
    }

    /** How many {@link #sas} there are. */
    public int saCount() {
        return sas.count();
    }

    /** Whether any of them may encrypt nothing. */
    public boolean hasClearLookingSa() {
        return sas.hasClearLooking();
    }

    public List<Claim> claims() {
        return claims.rows();
    }

    public List<IkeExchange> ikeExchanges() {
        return ikeExchanges.rows(HostChoice.ALL);
    }

    /** Those of {@link #ikeExchanges} whose source and destination are wanted. */
    public List<IkeExchange> ikeExchanges(HostChoice which) {
        return ikeExchanges.rows(which);
    }

    /** What L2TP in the clear tells of its tunnels. */
    public List<L2tpTalk> l2tpTalks() {
        return l2tpTalks.rows();
    }

    /** IKE messages with their octets, in the order of their frames. */
    public List<IkeMessage> ikeMessages() {
        return ikeMessages.rows(HostChoice.ALL);
    }

    /** Those of {@link #ikeMessages} between hosts that are wanted, whichever way. */
    public List<IkeMessage> ikeMessages(HostChoice which) {
        return ikeMessages.rows(which);
    }

    public List<IcmpNotice> notices() {
        return notices.rows();
    }

    public List<RouterOffer> offers() {
        return offers.rows();
    }

    public List<PointTally> points() {
        return points.rows(this::streamOf);
    }

    /** Frames that may hold IPsec and were not looked into. */
    public List<OpaqueTally> opaque() {
        return obstacles.opaque();
    }

    /** Whole frames in which a header did not fit. */
    public List<MisfitTally> misfits() {
        return obstacles.misfits();
    }

    /** The place of the capture that began the stream of the one in this place: its own where it is no part of one. */
    public int streamOf(int capture) {
        return streams.getOrDefault(capture, capture);
    }

    /** UDP end points besides port 4500 that were seen to carry ESP. */
    public UdpPairs pairs() {
        UdpPairs copy = new UdpPairs();
        copy.addAll(pairs);
        return copy;
    }

    /** Whether rows were left out of any table: what of them another capture has would then be missing in between. */
    public boolean leavesOutRows() {
        return ObservedTable.ALL.stream()
                .anyMatch(table -> !table.equals(ObservedTable.IKE_MESSAGES) && table.isSampled(this));
    }

    /** What of there was too much to keep all; empty when everything was kept. */
    public List<FactKind> sampled() {
        return ObservedTable.ALL.stream()
                .filter(table -> table.isSampled(this))
                .map(ObservedTable::what)
                .toList();
    }
}

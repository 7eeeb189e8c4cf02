package io.github.espial.esp;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.wire.EspView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds out, without a key, whether an SA encrypts nothing, and where its packets then end (RFC 5879 §8): with the right
 * ICV length trailer and inner packet fit in every packet, with any other in hardly one. Partial: {@code merge} is
 * associative and commutative, an empty search is its identity. Not thread-safe.
 */
public final class ClearSearch {
    /** NULL encryption with the ICVs of RFC 7321 and older, or none, and AES-GMAC with its IV (RFC 4543). */
    private static final List<Layout> LAYOUTS =
            List.of(clear(0, 12), clear(0, 16), clear(0, 24), clear(0, 32), clear(0, 20), clear(0, 0), clear(8, 16));

    /** Of the packets of an SA, in per cent, that may look wrong: those of protocols that nobody can check. */
    private static final int TOLERATED = 10;

    private final Trailer trailer = new Trailer();
    private final InnerOctets inner = new InnerOctets();
    private final long[] convincing = new long[LAYOUTS.size()];
    private final long[] contrary = new long[LAYOUTS.size()];

    /** All layouts that are looked for. */
    public static List<Layout> layouts() {
        return LAYOUTS;
    }

    /** Looks at a whole packet in big-endian {@code octets}, from the SPI on. */
    public void take(ByteBuffer octets, int start, int length) {
        for (int candidate = 0; candidate < convincing.length; candidate++) {
            switch (judge(LAYOUTS.get(candidate), octets, start, length)) {
                case CONVINCING -> convincing[candidate]++;
                case IMPLAUSIBLE -> contrary[candidate]++;
                case POSSIBLE -> {}
            }
        }
    }

    /** Takes in what {@code other} saw; it is left as is. */
    public void merge(ClearSearch other) {
        Arrays.setAll(convincing, candidate -> convincing[candidate] + other.convincing[candidate]);
        Arrays.setAll(contrary, candidate -> contrary[candidate] + other.contrary[candidate]);
    }

    /** How many packets speak for each layout, and how many against it. */
    public void write(FieldWriter to) throws IOException {
        to.number(convincing.length);
        for (int candidate = 0; candidate < convincing.length; candidate++) {
            to.number(convincing[candidate]);
            to.number(contrary[candidate]);
        }
    }

    /**
     * Fills this, which is empty, with what {@link #write} wrote.
     *
     * @param packets more than these cannot be
     */
    public void read(FieldReader from, long packets) throws IOException {
        from.hold(from.number() == convincing.length, "other layouts");
        for (int candidate = 0; candidate < convincing.length; candidate++) {
            convincing[candidate] = from.number(packets);
            contrary[candidate] = from.number(packets);
        }
    }

    /** Layout of the packets when they are not encrypted; empty when they are, or too few tell. */
    public Optional<Layout> layout() {
        int best = 0;
        for (int candidate = 1; candidate < convincing.length; candidate++) {
            best = convincing[candidate] > convincing[best] ? candidate : best;
        }
        long told = convincing[best] + contrary[best];
        return convincing[best] > 0 && contrary[best] * 100 <= told * TOLERATED
                ? Optional.of(LAYOUTS.get(best))
                : Optional.empty();
    }

    private Plausibility judge(Layout layout, ByteBuffer octets, int start, int length) {
        int textStart = start + EspView.HEADER_LENGTH + layout.ivLength();
        if (!layout.allows(length)
                || !trailer.wrap(octets, textStart, start + length - layout.icvLength())
                || !trailer.countsUp()) {
            return Plausibility.IMPLAUSIBLE;
        }
        return inner.judge(octets, textStart, trailer.innerLength(), trailer.nextHeader(), OpeningMode.UNKNOWN);
    }

    private static Layout clear(int ivLength, int icvLength) {
        return new Layout(ivLength, Layout.LEAST_ALIGNMENT, icvLength);
    }
}

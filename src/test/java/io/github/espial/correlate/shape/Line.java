package io.github.espial.correlate.shape;

import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.esp.Layout;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.table.FrameWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A simulated pair of SAs: what hosts on this side send through one, and what comes back by the other, unless the way leads
 * nowhere. It knows what it carries. The same seed gives the same packets.
 */
final class Line {
    static final IpAddress HERE = IpAddress.parse("192.0.2.10");
    static final IpAddress THERE = IpAddress.parse("198.51.100.20");

    private static final double SECOND = 1e9;
    /** By the time of day that it begins. */
    private static final long START_NANOS = 1_700_000_000_000_000_000L;

    final Random random;
    /** Seconds there and back. */
    final double roundTrip;

    final Layout layout;
    String doing = "";
    private final boolean isAnswered;
    private final List<Packet> packets = new ArrayList<>();
    private final Set<Likeness> truth = EnumSet.noneOf(Likeness.class);

    private record Packet(double seconds, int inner, boolean isOut) {}

    Line(long seed, Layout layout, double roundTrip, boolean isAnswered) {
        this.random = new Random(seed);
        this.layout = layout;
        this.roundTrip = roundTrip;
        this.isAnswered = isAnswered;
    }

    boolean isAnswered() {
        return isAnswered;
    }

    /** Notes that it carries that. */
    void is(Likeness likeness) {
        truth.add(likeness);
    }

    Set<Likeness> truth() {
        return truth;
    }

    void out(double seconds, int inner) {
        packets.add(new Packet(seconds, inner, true));
    }

    /** What comes back, where something does. */
    void in(double seconds, int inner) {
        if (isAnswered) {
            packets.add(new Packet(seconds, inner, false));
        }
    }

    /** When an answer comes to what is sent then. */
    double answered(double seconds) {
        return seconds + roundTrip * (1 + 0.1 * Math.abs(random.nextGaussian())) + 0.0005 * random.nextDouble();
    }

    double uniform(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** The SA that goes out, and the other. */
    List<SaPackets> sas(int number, double loss) {
        SaPackets out = new SaPackets(new OuterSa(Traffic.ESP, HERE, THERE, new Spi(0xc000_0000L + number)));
        SaPackets in = new SaPackets(new OuterSa(Traffic.ESP, THERE, HERE, new Spi(0xd000_0000L + number)));
        packets.sort(Comparator.comparingDouble(Packet::seconds));
        int sequence = 0;
        for (Packet one : packets) {
            sequence++;
            if (random.nextDouble() >= loss) {
                int esp = layout.espLength(one.inner());
                long nanos = START_NANOS + (long) (one.seconds() * SECOND);
                (one.isOut() ? out : in).take(0, sequence, nanos, esp, FrameWord.of(0, sequence), esp + 34);
            }
        }
        List<SaPackets> sas = new ArrayList<>();
        for (SaPackets sa : List.of(out, in)) {
            if (sa.size() > 0) {
                sas.add(sa);
            }
        }
        return sas;
    }

    /** What is told of SAs that were looked at for so long. */
    static List<SaShape> shapes(List<SaPackets> sas, double seconds) {
        OneLength.Extent extent = new OneLength.Extent(START_NANOS, START_NANOS + (long) (seconds * SECOND));
        return new Shaping(sas, extent).shapes();
    }
}

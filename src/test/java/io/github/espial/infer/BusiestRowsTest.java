package io.github.espial.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.Series;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusiestRowsTest {
    private static final IpAddress SERVER = IpAddress.parse("192.0.2.10");
    private static final IpAddress QUIET = IpAddress.parse("198.51.100.1");
    private static final int MANY = 100;
    private static final int MOST = 30;

    private final List<Talk> talks = new ArrayList<>();
    private long frame;

    @Test
    void keepsAllOfAsManyAsCanBeLookedAt() {
        flood(MOST);
        BusiestRows rows = new BusiestRows(talks, List.of(), Set.of(), MOST, Breadth.BUSIEST.rows());
        assertThat(rows.pairsLeftOut()).isZero();
        assertThat(rows.ofTalks(talks)).isSameAs(talks);
    }

    @Test
    void keepsTheBusiest() {
        flood(MANY);
        send(SERVER, QUIET, 11);
        assertThat(kept(List.of(), Set.of())).hasSize(MOST).contains(QUIET);
    }

    @Test
    void leavesOutWhatIsLessBusyThanAFlood() {
        flood(MANY);
        send(SERVER, QUIET, 9);
        assertThat(kept(List.of(), Set.of())).hasSize(MOST).doesNotContain(QUIET);
    }

    @Test
    void keepsWhatIsAnsweredBesideAFloodThatIsNot() {
        flood(MANY);
        send(SERVER, QUIET, 2);
        send(QUIET, SERVER, 1);
        assertThat(kept(List.of(), Set.of())).contains(QUIET);
    }

    @Test
    void keepsWhatIcmpSpeaksOf() {
        flood(MANY);
        send(SERVER, QUIET, 1);
        assertThat(kept(List.of(about(QUIET)), Set.of())).contains(QUIET);
    }

    @Test
    void keepsWhomTheUserNames() {
        flood(MANY);
        send(SERVER, QUIET, 1);
        assertThat(kept(List.of(), Set.of(QUIET))).contains(QUIET);
    }

    @Test
    void choosesTheSameWhateverTheOrder() {
        flood(MANY);
        Set<IpAddress> expected = Set.copyOf(kept(List.of(), Set.of()));
        Collections.shuffle(talks, new Random(7));
        assertThat(Set.copyOf(kept(List.of(), Set.of()))).isEqualTo(expected);
    }

    @Test
    void keepsOfTwoHostsTheRowsWithTheMostFrames() {
        for (int i = 0; i < Breadth.BUSIEST.rows() + 7; i++) {
            send(SERVER, QUIET, i < 7 ? 1 : 2);
        }
        BusiestRows rows = new BusiestRows(talks, List.of(), Set.of(), MOST, Breadth.BUSIEST.rows());
        assertThat(rows.ofTalks(talks)).isEqualTo(talks.subList(7, talks.size()));
    }

    private List<IpAddress> kept(List<IcmpNotice> notices, Set<IpAddress> named) {
        return new BusiestRows(talks, notices, named, MOST, Breadth.BUSIEST.rows())
                .ofTalks(talks).stream()
                        .map(talk -> talk.source().equals(SERVER) ? talk.destination() : talk.source())
                        .distinct()
                        .toList();
    }

    private void flood(int peers) {
        for (int i = 0; i < peers; i++) {
            send(SERVER, new IpAddress(4, 0, 0xcb007100L + i), 10);
        }
    }

    private void send(IpAddress source, IpAddress destination, int frames) {
        frame++;
        FrameReference here = new FrameReference(0, frame);
        talks.add(new Talk(
                Traffic.ESP,
                hop(),
                source,
                destination,
                new Span(frames, 100L * frames, frame, frame, here, here),
                new Talk.HopLimits(64, 64),
                new Talk.Capturer(false, false),
                Series.NONE));
    }

    private static Hop hop() {
        return new Hop(new Hop.Point(0, 0), Optional.of(new MacAddress(1)), Optional.of(new MacAddress(2)), List.of());
    }

    private static IcmpNotice about(IpAddress peer) {
        FrameReference here = new FrameReference(0, 1);
        return new IcmpNotice(
                hop(),
                IpAddress.parse("192.0.2.1"),
                3,
                1,
                Optional.empty(),
                new IcmpNotice.Quotation(SERVER, peer, Traffic.ESP, Optional.empty()),
                OptionalLong.empty(),
                new Span(1, 70, 1, 1, here, here));
    }
}

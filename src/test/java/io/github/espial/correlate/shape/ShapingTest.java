package io.github.espial.correlate.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.correlate.shape.Habits.Stack;
import io.github.espial.esp.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulation that knows the truth is the oracle. */
class ShapingTest {
    private static final double SECONDS = Mixture.SECONDS;
    private static final Layout GCM = new Layout(8, 4, 16);
    private static final int SEEDS = 20;

    @Test
    void isRightWhereItSpeaks() {
        Map<Likeness, Mixture.Score> scores = Mixture.score(1000);

        assertThat(scores).hasSize(Likeness.values().length).allSatisfy((likeness, score) -> {
            assertThat(score.precision()).as("%s %s", likeness, score).isGreaterThanOrEqualTo(0.99);
            assertThat(score.recall()).as("%s %s", likeness, score).isGreaterThanOrEqualTo(0.1);
        });
    }

    /** Six attempts in a minute; some give up before an interval doubles. */
    @ParameterizedTest
    @EnumSource(names = {"WINDOWS_2003", "WINDOWS_10", "LINUX"})
    void tellsConnectionAttemptsIntoTheVoid(Stack stack) {
        int told = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Line line = new Line(seed, GCM, 0.02, false);
            Habits.connect(line, stack, 0, 60, 6, 0);
            told += Mixture.told(line, 0).contains(Likeness.RETRANSMISSION) ? 1 : 0;
        }
        assertThat(told).isGreaterThan(SEEDS / 2);
    }

    /** Beside other packets, whose lengths tell the transform. */
    @Test
    void tellsPingsIntoTheVoid() {
        for (int count : List.of(4, 30)) {
            assertTold(
                    false,
                    line -> {
                        Habits.log(line, 0, SECONDS, 0.3, 100, 300);
                        Habits.ping(line, 10, count, 84);
                    },
                    Likeness.UNANSWERED_PING);
        }
    }

    @Test
    void tellsPingsThatAreAnswered() {
        assertTold(true, line -> Habits.ping(line, 10, 10, 84), Likeness.PING);
        assertTold(true, line -> Habits.ping(line, 10, 10, 60), Likeness.PING);
    }

    /** The near miss: a name that is asked for after one, one, two and four seconds. */
    @Test
    void takesNothingThatIsAskedEverMoreSeldomForPing() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Line line = new Line(seed, GCM, 0.02, false);
            Habits.log(line, 0, SECONDS, 0.3, 100, 300);
            for (double start = 1; start < SECONDS - 10; start += 20) {
                for (double after : List.of(0.0, 1.0, 2.0, 4.0, 8.0)) {
                    line.out(start + after, 84);
                }
            }
            assertThat(Mixture.told(line, 0)).doesNotContain(Likeness.UNANSWERED_PING);
        }
    }

    /** The near miss: packets as long as a SYN at intervals that double, and each is answered. */
    @Test
    void takesNothingThatIsAnsweredForRetransmission() {
        assertNothingInVain(true, line -> {
            for (double start = 0; start < SECONDS - 16; start += 17) {
                for (double after : List.of(0.0, 1.0, 3.0, 7.0, 15.0)) {
                    line.out(start + after, 60);
                    line.in(line.answered(start + after), 60);
                }
            }
        });
    }

    /** The near miss: a beat holds intervals that double. */
    @Test
    void takesNoBeatForRetransmission() {
        for (double interval : List.of(0.25, 0.5, 1.0, 3.0)) {
            assertNothingInVain(false, line -> {
                for (double at = 0; at < SECONDS; at += interval) {
                    line.out(at, 100);
                }
            });
        }
    }

    /** The near miss: as many packets of one length at random times. */
    @Test
    void takesNothingAtRandomTimesForRetransmission() {
        for (double perSecond : List.of(0.1, 0.3, 1.0, 3.0, 30.0)) {
            assertNothingInVain(false, line -> Habits.log(line, 0, SECONDS, perSecond, 60, 60));
            assertNothingInVain(false, line -> Habits.log(line, 0, SECONDS, perSecond, 84, 84));
        }
    }

    /** The near miss: nobody answers a log, or a stream to many. */
    @Test
    void takesNothingForRetransmissionThatNobodyEverAnswers() {
        assertNothingInVain(false, line -> Habits.log(line, 0, SECONDS, 5, 100, 300));
        assertNothingInVain(false, line -> Habits.stream(line, 0, SECONDS, 100, 1344));
        assertNothingInVain(false, line -> Habits.keepAlive(line, 0, SECONDS, 10, 60));
    }

    /** The near miss: hellos of routing protocols, each second, of lengths that pings do not have. */
    @Test
    void takesNoHelloForPing() {
        assertNothingInVain(false, line -> {
            for (double at = 0; at < SECONDS; at += 1) {
                line.out(at, 40);
            }
        });
    }

    /** The near miss: a watch that opens a connection each second is answered by packets of the same length. */
    @Test
    void takesNoConnectionsForPings() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Line line = new Line(seed, GCM, 0.02, true);
            for (double at = 0; at < SECONDS; at += 1) {
                line.out(at, 60);
                double answered = line.answered(at);
                line.in(answered, 60);
                line.out(answered + 0.0002, 52);
                line.out(answered + 0.0004, 52);
                line.in(line.answered(answered), 52);
            }
            assertThat(Mixture.told(line, 0)).doesNotContain(Likeness.PING, Likeness.UNANSWERED_PING);
        }
    }

    /** The near miss: a window of short segments is sent each round trip of 20 ms. */
    @Test
    void takesNoWindowsForVoice() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Line line = new Line(seed, GCM, 0.02, true);
            for (double at = 0; at < 20; at += 0.02) {
                for (int one = 0; one < 4; one++) {
                    line.out(at + one * 0.0003, 200);
                    line.in(at + 0.0199 + one * 0.0003, 52);
                }
            }
            assertThat(Mixture.told(line, 0)).doesNotContain(Likeness.VOICE);
        }
    }

    /** The near miss: pictures of a conference one way, and voice the other. */
    @Test
    void takesNoPicturesForTransfer() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Line line = new Line(seed, GCM, 0.02, true);
            Habits.stream(line, 0, SECONDS, 150, 1200);
            for (double at = 0; at < SECONDS; at += 0.02) {
                line.in(at, 60);
            }
            assertThat(Mixture.told(line, 0)).doesNotContain(Likeness.TRANSFER);
        }
    }

    /** The near miss: keys that are typed and shown are confirmed, and names that are looked up are not. */
    @Test
    void takesNoTypingForRequests() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Line line = new Line(seed, GCM, 0.03, true);
            Habits.type(line, 0, SECONDS);
            assertThat(Mixture.told(line, 0)).doesNotContain(Likeness.REQUESTS);
        }
    }

    /** The near miss: what both ends send has nothing to do with each other. */
    @Test
    void findsNoConnectionsInWhatComesAtRandomTimes() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Line line = new Line(seed, GCM, 0.02, true);
            for (int one = 0; one < 2000; one++) {
                line.out(line.uniform(0, SECONDS), one % 3 == 0 ? 60 : 52);
                line.in(line.uniform(0, SECONDS), one % 3 == 0 ? 60 : 52);
            }
            assertThat(Mixture.told(line, 0)).isEmpty();
        }
    }

    /** Another capture, by another clock, may show the answers. */
    @Test
    void saysNothingIsInVainWhereAnotherCaptureMayShowAnswers() {
        Line line = new Line(1, GCM, 0.02, false);
        Habits.ping(line, 10, 20, 84);
        List<SaPackets> sas = new ArrayList<>(line.sas(1, 0));
        assertThat(Line.shapes(sas, SECONDS)).hasSize(1);

        Line other = new Line(1, GCM, 0.02, true);
        Habits.ping(other, 10, 20, 84);
        SaPackets answers = new SaPackets(other.sas(2, 0).get(1).sa());
        answers.take(1, 1, sas.get(0).nanos(0), 120, 1, 154);
        sas.add(answers);
        assertThat(Line.shapes(sas, SECONDS)).isEmpty();
    }

    private static void assertTold(boolean isAnswered, Consumer<Line> habit, Likeness likeness) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Line line = new Line(seed, GCM, 0.02, isAnswered);
            habit.accept(line);
            assertThat(Mixture.told(line, 0)).as("seed %d", seed).containsExactly(likeness);
        }
    }

    private static void assertNothingInVain(boolean isAnswered, Consumer<Line> habit) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Line line = new Line(seed, GCM, 0.02, isAnswered);
            habit.accept(line);
            assertThat(Mixture.told(line, 0))
                    .as("seed %d", seed)
                    .doesNotContain(Likeness.RETRANSMISSION, Likeness.UNANSWERED_PING);
        }
    }
}

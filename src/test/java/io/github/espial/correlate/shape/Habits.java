package io.github.espial.correlate.shape;

/** What hosts do on a {@link Line}, answered or not. */
final class Habits {
    private Habits() {}

    /** A ping a second. */
    static void ping(Line line, double start, int count, int inner) {
        line.is(line.isAnswered() ? Likeness.PING : Likeness.UNANSWERED_PING);
        double at = start;
        double interval = inner == 60 ? 1.008 : line.uniform(1.0, 1.024);
        for (int one = 0; one < count; one++) {
            line.out(at, inner);
            line.in(line.answered(at), inner);
            at += interval + 0.001 * line.random.nextGaussian();
        }
    }

    /** How a host opens connections: the lengths of SYN and acknowledgment, and when it sends the SYN again. */
    enum Stack {
        WINDOWS_2003(48, 40, 3, 6),
        WINDOWS_10(52, 40, 1, 2, 4, 8),
        LINUX(60, 52, 1.02, 2.03, 4.1, 8.19, 16.1),
        LINUX_LINEAR(60, 52, 1.02, 1.02, 1.02, 1.02, 2.04, 4.1, 8.2),
        MACOS(64, 52, 1, 1, 1, 1, 1, 2, 4, 8);

        final int syn;
        final int acknowledgment;

        @SuppressWarnings("ImmutableEnumChecker") // Nobody writes to it.
        final double[] again;

        Stack(int syn, int acknowledgment, double... again) {
            this.syn = syn;
            this.acknowledgment = acknowledgment;
            this.again = again;
        }
    }

    /** Connections that are opened, used for a request of some answer, and closed; or that are not answered. */
    static void connect(Line line, Stack stack, double start, double end, int count, int answerSegments) {
        for (int one = 0; one < count; one++) {
            double at = line.uniform(start, end);
            if (line.isAnswered()) {
                line.is(Likeness.TCP);
                connected(line, stack, at, answerSegments);
            } else {
                line.is(Likeness.RETRANSMISSION);
                line.out(at, stack.syn);
                int times = line.between(Math.min(2, stack.again.length), stack.again.length);
                for (int again = 0; again < times; again++) {
                    at += stack.again[again] * line.uniform(0.995, 1.02);
                    line.out(at, stack.syn);
                }
            }
        }
    }

    private static void connected(Line line, Stack stack, double start, int segments) {
        double at = line.answered(start);
        line.out(start, stack.syn);
        line.in(at, stack.syn);
        at += line.uniform(0.0001, 0.003);
        line.out(at, stack.acknowledgment);
        at += line.uniform(0.0002, 0.01);
        line.out(at, stack.acknowledgment + line.between(80, 700));
        at = line.answered(at) + line.uniform(0.001, 0.05);
        transfer(line, stack.acknowledgment, at, segments);
        at += segments * 0.0002 + line.uniform(0.01, 0.4);
        line.out(at, stack.acknowledgment);
        line.in(line.answered(at), stack.acknowledgment);
    }

    /** Segments that come in, by windows each round trip, and their acknowledgments. */
    private static void transfer(Line line, int acknowledgment, double start, int segments) {
        double at = start;
        int window = 10;
        int left = segments;
        if (segments >= 10) {
            line.is(Likeness.TRANSFER);
        }
        while (left > 0) {
            double sent = at;
            for (int one = 0; one < Math.min(window, left); one++) {
                sent += line.uniform(0.0001, 0.0003);
                line.in(sent, 1400);
                if (one % 2 == 1) {
                    line.out(sent + line.uniform(0.00005, 0.001), acknowledgment);
                }
            }
            left -= window;
            window = Math.min(60, window * 2);
            at = Math.max(line.answered(at), sent);
        }
    }

    /** A file that is sent out. */
    static void upload(Line line, Stack stack, double start, int segments) {
        if (!line.isAnswered()) {
            connect(line, stack, start, start + 1, 1, 0);
            return;
        }
        line.is(Likeness.TRANSFER);
        double at = start;
        int window = 10;
        int left = segments;
        while (left > 0) {
            double sent = at;
            for (int one = 0; one < Math.min(window, left); one++) {
                sent += line.uniform(0.0001, 0.0003);
                line.out(sent, 1400);
                if (one % 2 == 1) {
                    line.in(line.answered(sent), stack.acknowledgment);
                }
            }
            left -= window;
            window = Math.min(60, window * 2);
            at = Math.max(line.answered(at), sent);
        }
    }

    /** Names looked up. What is not answered is asked again after 1, 1, 2 and 4 s, or every 5 s. */
    static void lookUp(Line line, double start, double end, int count) {
        boolean isWindows = line.random.nextBoolean();
        for (int one = 0; one < count; one++) {
            double at = line.uniform(start, end);
            int inner = line.between(54, 90);
            line.out(at, inner);
            if (line.isAnswered()) {
                line.is(Likeness.REQUESTS);
                line.in(line.answered(at) + line.uniform(0, 0.02), inner + line.between(16, 200));
            } else if (isWindows) {
                line.is(Likeness.RETRANSMISSION);
                line.out(at + 1.005, inner);
                line.out(at + 2.01, inner);
                line.out(at + 4.02, inner);
                line.out(at + 8.03, inner);
            } else {
                line.out(at + 5.005, inner);
            }
        }
    }

    /** A call: a packet each beat, both ways. */
    static void call(Line line, double start, double seconds, double beat, int inner) {
        line.is(Likeness.VOICE);
        for (double at = start; at < start + seconds; at += beat) {
            line.out(at + 0.0002 * line.random.nextGaussian(), inner);
            line.in(at + 0.007 + line.roundTrip / 2 + 0.0005 * Math.abs(line.random.nextGaussian()), inner);
        }
    }

    /** A packet every so many seconds, and one back. */
    static void keepAlive(Line line, double start, double end, double interval, int inner) {
        line.is(Likeness.KEEPALIVE);
        for (double at = start; at < end; at += interval * line.uniform(0.999, 1.002)) {
            line.out(at, inner);
            line.in(line.answered(at), inner);
        }
    }

    /** Lines of a log, as they occur: nothing comes back for them. */
    static void log(Line line, double start, double end, double perSecond, int least, int most) {
        for (double at = start - Math.log(line.uniform(0, 1)) / perSecond;
                at < end;
                at -= Math.log(line.uniform(0, 1)) / perSecond) {
            line.out(at, line.between(least, most));
        }
    }

    /** A stream that nobody answers, such as to many receivers. */
    static void stream(Line line, double start, double end, double perSecond, int inner) {
        for (double at = start; at < end; at += 1 / perSecond * line.uniform(0.5, 1.5)) {
            line.out(at, inner);
        }
    }

    /** Keys that are typed and shown: each is sent, shown and confirmed. */
    static void type(Line line, double start, double end) {
        for (double at = start; at < end; at += line.uniform(0.08, 0.6)) {
            line.out(at, 88);
            double shown = line.answered(at);
            line.in(shown, 88);
            line.out(shown + line.uniform(0.0001, 0.04), 52);
        }
    }
}

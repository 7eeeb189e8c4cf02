package io.github.espial.correlate.shape;

/** Long packets close upon each other, and short ones that come back for them: a file, a copy, a page. */
final class Transfers {
    /** Inner octets of a long packet: segments are as long as the path lets them. */
    private static final int LONG = 1000;
    /** And of one that acknowledges, with options. */
    private static final int SHORT = 100;

    private static final int SHORTEST = 29;
    private static final long CLOSE_NANOS = 100_000_000;
    private static final int LEAST = 60;
    /** A window is sent at once; pictures and sound at their own pace. */
    private static final long WINDOW_NANOS = 1_500_000;
    /** Acknowledgments for each long packet: one in two (RFC 9293 §3.8.6.3), fewer where a card joins segments. */
    private static final double LEAST_BACK = 0.1;

    private Transfers() {}

    /** Places in the SA of long packets that belong to one. */
    static Places of(SaPackets sa, Answers answers, InnerSizes sizes) {
        Places all = new Places();
        Places run = new Places();
        long last = 0;
        for (int packet = 0; packet < sa.size(); packet++) {
            if (!sizes.isBetween(sa.length(packet), LONG, Character.MAX_VALUE)) {
                continue;
            }
            if (run.size() > 0 && sa.nanos(packet) - last > CLOSE_NANOS) {
                end(run, sa, answers, sizes, all);
                run = new Places();
            }
            run.add(packet);
            last = sa.nanos(packet);
        }
        end(run, sa, answers, sizes, all);
        return all;
    }

    private static void end(Places run, SaPackets sa, Answers answers, InnerSizes sizes, Places all) {
        if (run.size() < LEAST) {
            return;
        }
        int[] packets = run.all();
        int close = 0;
        for (int one = 1; one < packets.length; one++) {
            close += sa.nanos(packets[one]) - sa.nanos(packets[one - 1]) <= WINDOW_NANOS ? 1 : 0;
        }
        if (2 * close < packets.length) {
            return;
        }
        long last = sa.nanos(run.last()) + CLOSE_NANOS;
        int back = 0;
        for (int at = answers.after(sa.nanos(packets[0])); at < answers.size() && answers.nanos(at) <= last; at++) {
            back += sizes.isBetween(answers.length(at), SHORTEST, SHORT) ? 1 : 0;
        }
        if (back >= LEAST_BACK * packets.length) {
            for (int packet : packets) {
                all.add(packet);
            }
        }
    }
}

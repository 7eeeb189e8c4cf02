package io.github.espial.scan;

/** In what a capture of a case does not fit the others. Captures are told by their places in the case, from 0. */
public sealed interface Discrepancy {
    /**
     * Its clock differs from another's; its times are those of the other clock.
     *
     * @param nanos what was added to its times, never 0
     * @param reference the capture whose clock its times now show
     * @param compared the capture that saw the same packets: the reference, or one that is by its clock
     * @param packets that both saw
     * @param isTwoWay whether these went in both directions
     */
    record OtherClock(long nanos, int reference, int compared, int packets, boolean isTwoWay) implements Discrepancy {}

    /**
     * How far its clock is from another's could not be told; its times are by its own clock.
     *
     * @param compared the capture that saw the same packets
     * @param packets that both saw
     * @param spreadNanos how far apart the offsets are that they show
     */
    record UnclearClock(int compared, int packets, long spreadNanos) implements Discrepancy {}

    /**
     * Frames of IPsec are in another capture too, at the same times: they count twice.
     *
     * @param other that capture
     */
    record CountedTwice(int other, long frames) implements Discrepancy {}

    /** Its scan was made without knowing UDP ports that carry ESP, as another capture of the case shows. */
    record ScannedApart() implements Discrepancy {}
}

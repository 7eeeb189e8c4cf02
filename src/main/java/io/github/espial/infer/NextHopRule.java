package io.github.espial.infer;

/** One kind of evidence of a peer's proper next hop. */
interface NextHopRule {
    /** Adds what speaks for each router, or against it. */
    void vote(PeerInquiry inquiry, Votes votes);
}

package io.github.espial.dissect;

/** Where the reading of a frame stops before its end: at what does not fit, or at what is not looked into. Not thread-safe. */
final class Obstacle {
    private int frameStart;
    private Fault fault = Fault.ETHERNET;
    private int octet;
    private Opaque opaque = Opaque.NONE;

    /** Begins with a frame at this position of its buffer. */
    void begin(int start) {
        frameStart = start;
        opaque = Opaque.NONE;
    }

    /** Notes what is wrong at this position of the buffer; an outer layer's fault is forgotten. */
    Content at(int position, Fault what) {
        fault = what;
        octet = position - frameStart;
        return Content.MALFORMED;
    }

    /** Notes what is not looked into, if anything. */
    void notLookedInto(Opaque what) {
        if (what != Opaque.NONE) {
            opaque = what;
        }
    }

    /** What is wrong; of no account unless the frame is {@link Content#MALFORMED}. */
    Fault fault() {
        return fault;
    }

    /** Octets from the start of the frame to the header that does not fit. */
    int octet() {
        return octet;
    }

    Opaque opaque() {
        return opaque;
    }
}

package io.github.espial.dissect;

/** Where the frame that is read does not fit, if it does not. Not thread-safe. */
final class Misfit {
    private int frameStart;
    private Fault fault = Fault.ETHERNET;
    private int octet;

    /** Begins with a frame at this position of its buffer. */
    void begin(int start) {
        frameStart = start;
    }

    /** Notes what is wrong at this position of the buffer; an outer layer's fault is forgotten. */
    Content at(int position, Fault what) {
        fault = what;
        octet = position - frameStart;
        return Content.MALFORMED;
    }

    /** What is wrong; of no account unless the frame is {@link Content#MALFORMED}. */
    Fault fault() {
        return fault;
    }

    /** Octets from the start of the frame to the header that does not fit. */
    int octet() {
        return octet;
    }
}

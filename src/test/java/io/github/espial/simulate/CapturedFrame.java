package io.github.espial.simulate;

/** A frame in a capture; who has it may not write into it. */
final class CapturedFrame {
    private final long micros;
    private final int link;
    private final byte[] octets;
    private final int length;

    /**
     * @param micros since the epoch
     * @param link that it was on
     * @param octets as far as they were captured
     * @param length that it had
     */
    CapturedFrame(long micros, int link, byte[] octets, int length) {
        this.micros = micros;
        this.link = link;
        this.octets = octets;
        this.length = length;
    }

    long micros() {
        return micros;
    }

    int link() {
        return link;
    }

    byte[] octets() {
        return octets;
    }

    int length() {
        return length;
    }
}

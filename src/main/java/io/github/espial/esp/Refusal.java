package io.github.espial.esp;

/** Why a packet was not opened. */
public enum Refusal implements Opening {
    /** Less than header, IV, trailer and ICV. */
    TOO_SHORT("too short for this transform"),
    /** The capture holds a part of the packet only. */
    TRUNCATED("truncated in the capture"),
    /** The ciphertext is no multiple of the block length: another transform, or a damaged packet. */
    LENGTH_WRONG("length does not fit the cipher"),
    /** The key is another one, or the packet was altered. */
    ICV_MISMATCH("ICV mismatch"),
    /** The padding is longer than the packet, or not 1, 2, 3 and on where no ICV vouches for it. */
    PADDING_WRONG("padding wrong"),
    /** Without an ICV to vouch for them, the inner octets are not what the next header says. */
    IMPLAUSIBLE("inner octets are no packet"),
    /** Espial does not know the algorithm. */
    UNKNOWN_ALGORITHM("unknown algorithm"),
    /** There is no key for the encryption. */
    KEY_MISSING("no key"),
    /** The key has a length that the algorithm does not take. */
    KEY_LENGTH_WRONG("key of the wrong length");

    private final String reason;

    Refusal(String reason) {
        this.reason = reason;
    }

    /** Whether it says something about the key, rather than about the one packet. */
    public boolean blamesKey() {
        return this != TOO_SHORT && this != TRUNCATED;
    }

    /** Whether no packet of the SA can be opened, whatever it holds. */
    public boolean isFinal() {
        return compareTo(UNKNOWN_ALGORITHM) >= 0;
    }

    /** The reason as part of a sentence. */
    @Override
    public String toString() {
        return reason;
    }
}

package io.github.espial.capture;

/** Formats of capture files. */
public enum Format {
    /** The classic format of libpcap (draft-ietf-opsawg-pcap). */
    PCAP("pcap"),
    /** The block format (draft-ietf-opsawg-pcapng). */
    PCAPNG("pcapng");

    private final String text;

    Format(String text) {
        this.text = text;
    }

    /** The name in reports. */
    public String text() {
        return text;
    }
}

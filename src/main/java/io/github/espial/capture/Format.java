package io.github.espial.capture;

/** Formats of capture files. */
public enum Format {
    /** The classic format of libpcap (draft-ietf-opsawg-pcap). */
    PCAP("pcap"),
    /** The block format (draft-ietf-opsawg-pcapng). */
    PCAPNG("pcapng"),
    /** Microsoft Network Monitor 1.x ({@code RTSS}). */
    NETMON_1("netmon-1"),
    /** Microsoft Network Monitor 2.x and 3.x ({@code GMBU}). */
    NETMON_2("netmon-2"),
    /** Solaris snoop (RFC 1761), and what Shomiti's Surveyor made of it. */
    SNOOP("snoop"),
    /** Windows event traces, as {@code netsh trace} and {@code pktmon} write them. */
    ETL("etl");

    private final String text;

    Format(String text) {
        this.text = text;
    }

    /** The name in reports. */
    public String text() {
        return text;
    }
}

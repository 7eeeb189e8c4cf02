package io.github.espial.capture.pcapng;

import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.Direction;
import io.github.espial.capture.Frame;
import io.github.espial.capture.InterfaceDescription;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes one pcapng section, big-endian: its header, interfaces, and frames with comments (draft-ietf-opsawg-pcapng §4.1 to
 * §4.3). An interface comes before its frames. Not thread-safe.
 */
public final class PcapngWriter {
    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;

    private static final int COMMENT = 1;
    private static final int USER_APPLICATION = 4;
    private static final int IF_NAME = 2;
    private static final int IF_DESCRIPTION = 3;
    private static final int IF_TIMESTAMP_RESOLUTION = 9;
    private static final int FLAGS = 2;
    private static final int IF_DROP = 5;

    private static final int NANO_DIGITS = 9;
    /** Beyond this an option has no length; a text is cut there. */
    private static final int MOST_OCTETS = 65_535;

    private final DataOutputStream out;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final DataOutputStream fields = new DataOutputStream(body);
    /** Nanoseconds of a unit of time of each interface. */
    private long[] unitNanos = new long[4];

    private int interfaces;

    /**
     * Writes the header of the section.
     *
     * @param application what writes it
     * @param comments on the whole section
     */
    public PcapngWriter(OutputStream out, String application, List<String> comments) throws IOException {
        this.out = new DataOutputStream(out);
        fields.writeInt(BYTE_ORDER_MAGIC);
        fields.writeShort(1);
        fields.writeShort(0);
        fields.writeLong(-1);
        for (String comment : comments) {
            option(COMMENT, comment);
        }
        option(USER_APPLICATION, application);
        endOfOptions();
        block(SECTION_HEADER);
    }

    /** Writes an interface, whose time stamps are as fine as they were; returns its id. */
    public int add(CaptureInterface of) throws IOException {
        int digits = Math.min(NANO_DIGITS, of.timestampDigits());
        fields.writeShort(of.linkType());
        fields.writeShort(0);
        fields.writeInt((int) of.snapLength());
        InterfaceDescription description = of.description();
        optionIfAny(IF_NAME, description.name());
        optionIfAny(IF_DESCRIPTION, description.description());
        optionHead(IF_TIMESTAMP_RESOLUTION, 1);
        fields.writeByte(digits);
        pad(1);
        endOfOptions();
        block(INTERFACE);
        long unit = 1;
        for (int digit = digits; digit < NANO_DIGITS; digit++) {
            unit *= 10;
        }
        if (interfaces == unitNanos.length) {
            unitNanos = Arrays.copyOf(unitNanos, 2 * interfaces);
        }
        unitNanos[interfaces] = unit;
        return interfaces++;
    }

    /** Writes how many frames of the interface {@code id} the capturing system lost so far (§4.6). */
    public void lost(int id, long nanos, long frames) throws IOException {
        long units = Math.max(0, nanos) / unitNanos[id];
        fields.writeInt(id);
        fields.writeLong(units);
        optionHead(IF_DROP, Long.BYTES);
        fields.writeLong(frames);
        endOfOptions();
        block(STATISTICS);
    }

    /** Writes a frame of the interface {@code id}; what has no time stamp gets that of the epoch. */
    public void add(Frame frame, int id, List<String> comments) throws IOException {
        byte[] octets = new byte[frame.capturedLength()];
        frame.octets().get(frame.start(), octets);
        add(frame, octets, id, comments);
    }

    /** Writes a frame with other octets than its own. */
    public void add(Frame frame, byte[] octets, int id, List<String> comments) throws IOException {
        packet(id, frame.nanos(), frame.originalLength(), octets);
        for (String comment : comments) {
            option(COMMENT, comment);
        }
        if (frame.direction() != Direction.UNKNOWN) {
            optionHead(FLAGS, Integer.BYTES);
            fields.writeInt(frame.direction() == Direction.INBOUND ? 1 : 2);
        }
        endOfOptions();
        block(ENHANCED_PACKET);
    }

    /**
     * Writes a frame that was captured just now.
     *
     * @param nanos when it passed, since the epoch
     * @param originalLength octets on the wire
     * @param octets those that were captured
     */
    public void add(int id, long nanos, long originalLength, byte[] octets) throws IOException {
        packet(id, nanos, originalLength, octets);
        block(ENHANCED_PACKET);
    }

    private void packet(int id, long nanos, long originalLength, byte[] octets) throws IOException {
        fields.writeInt(id);
        fields.writeLong(Math.max(0, nanos) / unitNanos[id]);
        fields.writeInt(octets.length);
        fields.writeInt((int) originalLength);
        fields.write(octets);
        pad(octets.length);
    }

    private void optionIfAny(int code, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            option(code, text.get());
        }
    }

    private void option(int code, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(octets.length, MOST_OCTETS);
        // Not in the middle of a character, whose later octets begin with the bits 10.
        while (length < octets.length && (octets[length] & 0xC0) == 0x80) {
            length--;
        }
        optionHead(code, length);
        fields.write(octets, 0, length);
        pad(length);
    }

    private void optionHead(int code, int length) throws IOException {
        fields.writeShort(code);
        fields.writeShort(length);
    }

    private void endOfOptions() throws IOException {
        fields.writeInt(0);
    }

    /** Fills up to a multiple of four octets. */
    private void pad(int length) throws IOException {
        for (int octet = length; octet % Integer.BYTES != 0; octet++) {
            fields.writeByte(0);
        }
    }

    private void block(int type) throws IOException {
        int length = body.size() + 3 * Integer.BYTES;
        out.writeInt(type);
        out.writeInt(length);
        body.writeTo(out);
        out.writeInt(length);
        body.reset();
    }
}

package io.github.espial.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A capture of pcap, or of pcapng with times in microseconds, as octets: its header and its frames, to be cut into files
 * and set to another clock. Knows nothing of Espial.
 */
public final class Recording {
    private static final int PCAP_HEADER = 24;
    private static final int PCAP_RECORD = 16;
    private static final int PCAP_CAPTURED = 8;
    private static final int SECTION = 0x0a0d0d0a;
    private static final int PCAPNG_MAGIC = 0x1a2b3c4d;
    private static final int ENHANCED_PACKET = 6;
    private static final int TIME_HIGH = 12;
    private static final int TIME_LOW = 16;
    private static final long NANOSECONDS = 0xa1b23c4dL;
    private static final long MICRO = 1_000;
    private static final long SECOND = 1_000_000_000;

    private final ByteOrder order;
    private final boolean isPcapng;
    /** Nanoseconds of a unit of a pcap record's fraction. */
    private final long unit;

    private final byte[] header;
    private final List<byte[]> records;

    private Recording(ByteOrder order, boolean isPcapng, long unit, byte[] header, List<byte[]> records) {
        this.order = order;
        this.isPcapng = isPcapng;
        this.unit = unit;
        this.header = header;
        this.records = records;
    }

    public static Recording of(Path file) throws IOException {
        ByteBuffer octets = ByteBuffer.wrap(Files.readAllBytes(file));
        return octets.getInt(0) == SECTION ? pcapng(octets) : pcap(octets);
    }

    private static Recording pcap(ByteBuffer octets) {
        boolean isBig = (octets.getInt(0) & 0xffff0000) == 0xa1b20000;
        octets.order(isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        long unit = Integer.toUnsignedLong(octets.getInt(0)) == NANOSECONDS ? 1 : MICRO;
        List<byte[]> records = new ArrayList<>();
        for (int at = PCAP_HEADER; at < octets.limit(); at += PCAP_RECORD + octets.getInt(at + 8)) {
            records.add(part(octets, at, PCAP_RECORD + octets.getInt(at + 8)));
        }
        return new Recording(octets.order(), false, unit, part(octets, 0, PCAP_HEADER), records);
    }

    /** All that is no frame goes to the header: what describes interfaces has to stand there, and nothing else is needed. */
    private static Recording pcapng(ByteBuffer octets) {
        octets.order(octets.getInt(8) == PCAPNG_MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        List<byte[]> records = new ArrayList<>();
        for (int at = 0; at < octets.limit(); at += octets.getInt(at + 4)) {
            byte[] block = part(octets, at, octets.getInt(at + 4));
            if (octets.getInt(at) == ENHANCED_PACKET) {
                records.add(block);
            } else {
                header.writeBytes(block);
            }
        }
        return new Recording(octets.order(), true, MICRO, header.toByteArray(), records);
    }

    /** Frames. */
    public int size() {
        return records.size();
    }

    /** The frames from index {@code from}, from 0, to before index {@code to}, with the header. */
    public Recording part(int from, int to) {
        return new Recording(order, isPcapng, unit, header, records.subList(from, to));
    }

    /** Frames by index, from 0, with the header. */
    public Recording only(List<Integer> frames) {
        return new Recording(
                order, isPcapng, unit, header, frames.stream().map(records::get).toList());
    }

    /** The same by a clock that shows {@code nanos} more; less than a unit of the file's times is lost. */
    public Recording later(long nanos) {
        return new Recording(
                order,
                isPcapng,
                unit,
                header,
                records.stream().map(record -> later(record, nanos)).toList());
    }

    private byte[] later(byte[] record, long nanos) {
        ByteBuffer octets = ByteBuffer.wrap(record.clone()).order(order);
        if (isPcapng) {
            long time = (long) octets.getInt(TIME_HIGH) << 32 | Integer.toUnsignedLong(octets.getInt(TIME_LOW));
            long sum = time + nanos / MICRO;
            octets.putInt(TIME_HIGH, (int) (sum >>> 32)).putInt(TIME_LOW, (int) sum);
        } else {
            long sum = Integer.toUnsignedLong(octets.getInt(0)) * SECOND + octets.getInt(4) * unit + nanos;
            octets.putInt(0, (int) (sum / SECOND)).putInt(4, (int) (sum % SECOND / unit));
        }
        return octets.array();
    }

    /** As a snap length leaves the frames; of pcap only. */
    public Recording snapped(int octets) {
        return new Recording(
                order,
                isPcapng,
                unit,
                header,
                records.stream().map(record -> snapped(record, octets)).toList());
    }

    private byte[] snapped(byte[] record, int octets) {
        byte[] snapped = Arrays.copyOf(record, Math.min(record.length, PCAP_RECORD + octets));
        ByteBuffer.wrap(snapped).order(order).putInt(PCAP_CAPTURED, snapped.length - PCAP_RECORD);
        return snapped;
    }

    /** Writes a capture file. */
    public Path write(Path file) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(header);
        records.forEach(octets::writeBytes);
        return Files.write(file, octets.toByteArray());
    }

    private static byte[] part(ByteBuffer octets, int from, int length) {
        byte[] part = new byte[length];
        octets.get(from, part);
        return part;
    }
}

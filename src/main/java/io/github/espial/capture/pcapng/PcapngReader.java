package io.github.espial.capture.pcapng;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.InterfaceTally;
import io.github.espial.capture.RecordReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads the blocks of a pcapng file (draft-ietf-opsawg-pcapng §3): type, length, body, and the length again.
 *
 * <p>A block whose frame makes no sense (no such interface, more captured octets than the block has) still counts and
 * has a number, but is not delivered. A block whose lengths make no sense ends the reading.
 */
public final class PcapngReader implements RecordReader {
    /** Octets of a block at most; Wireshark allows as many. */
    public static final int MAX_BLOCK = 1 << 24;

    private static final int MIN_BLOCK = 12;
    private static final int BLOCK_LENGTH = 4;
    private static final int TRAILER = 4;
    private static final int ALIGNMENT = 4;

    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int NAME_RESOLUTION = 4;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;
    private static final int JOURNAL_EXPORT = 9;
    private static final int CUSTOM = 0x0BAD;
    private static final int CUSTOM_NOT_TO_BE_COPIED = 0x40000BAD;

    private static final int MAX_INTERFACES = 1 << 16;

    private final OctetWindow window;
    private final CaptureLedger ledger;
    private final PacketBlocks packets;
    private final SectionHeader section = new SectionHeader();
    private InterfaceTally[] interfaces = new InterfaceTally[4];
    private int interfaceCount;

    /** A reader of the blocks from where {@code window} stands, which is at the beginning of a section. */
    public PcapngReader(OctetWindow window, CaptureLedger ledger) {
        this.window = window;
        this.ledger = ledger;
        this.packets = new PacketBlocks(ledger);
    }

    /** Whether a file that starts with {@code magic}, in either octet order, may be a pcapng file. */
    public static boolean isMagic(int magic) {
        return magic == SECTION_HEADER;
    }

    @Override
    public void scan(long end, FrameSink sink) throws IOException {
        while (window.offset() < end) {
            if (!requireBlock()) {
                return;
            }
            ByteBuffer fields = window.buffer(section.order());
            int at = window.position();
            int length = fields.getInt(at + BLOCK_LENGTH);
            if (!read(fields, at, length, sink)) {
                return;
            }
            window.advance(length);
        }
    }

    /** Makes the whole of the next block readable; false at the end of the file, or at damage, which is noted. */
    private boolean requireBlock() throws IOException {
        if (!window.require(MIN_BLOCK)) {
            if (window.available() > 0) {
                noteCutOff(MIN_BLOCK);
            } else {
                section.noteEnd(window.offset(), ledger);
            }
            return false;
        }
        // The type of a section header reads the same in both octet orders, so the old order does here.
        if (window.buffer(section.order()).getInt(window.position()) == SECTION_HEADER) {
            section.noteEnd(window.offset(), ledger);
            if (!section.takeOrder(window.buffer(), window.position())) {
                return noteDamage("the byte-order magic is neither 1a2b3c4d nor 4d3c2b1a");
            }
        }
        int length = window.buffer(section.order()).getInt(window.position() + BLOCK_LENGTH);
        if (length < MIN_BLOCK || length > MAX_BLOCK || length % ALIGNMENT != 0) {
            return noteDamage("block length " + Integer.toUnsignedString(length)
                    + ", expected a multiple of 4 from 12 to " + MAX_BLOCK);
        }
        if (!window.require(length)) {
            noteCutOff(length);
            return false;
        }
        int trailing = window.buffer(section.order()).getInt(window.position() + length - TRAILER);
        if (trailing != length) {
            return noteDamage("block length " + length + " before the block, " + Integer.toUnsignedString(trailing)
                    + " after it");
        }
        return true;
    }

    /** Takes in the block from {@code at} on, {@code length} octets; false when reading cannot go on. */
    private boolean read(ByteBuffer fields, int at, int length, FrameSink sink) {
        int end = at + length - TRAILER;
        switch (fields.getInt(at)) {
            case ENHANCED_PACKET -> {
                if (packets.startEnhanced(window, fields, length)) {
                    deliver(sink);
                }
            }
            case SIMPLE_PACKET -> {
                if (packets.startSimple(window, fields, length, interfaceCount > 0 ? interfaces[0].snapLength() : 0)) {
                    deliver(sink);
                }
            }
            case PACKET -> {
                if (packets.startObsolete(window, fields, length)) {
                    deliver(sink);
                }
            }
            case SECTION_HEADER -> {
                return startSection(fields, at, length);
            }
            case INTERFACE_DESCRIPTION -> {
                return addInterface(fields, at, length);
            }
            case NAME_RESOLUTION -> NameBlock.read(fields, at, end, window.offset(), ledger);
            case INTERFACE_STATISTICS -> readStatistics(fields, at, length);
            // Wireshark gives these a number among the frames, and shows them in its list.
            case CUSTOM, CUSTOM_NOT_TO_BE_COPIED, JOURNAL_EXPORT -> ledger.countNumber();
            default -> {
                // Secrets, process information and blocks to be invented say nothing about next hops.
            }
        }
        return true;
    }

    private void deliver(FrameSink sink) {
        int id = packets.interfaceId();
        if (id < 0 || id >= interfaceCount) {
            ledger.noteFrame(window.offset(), noSuchInterface(id));
            return;
        }
        packets.deliver(interfaces[id], sink);
    }

    private void readStatistics(ByteBuffer fields, int at, int length) {
        if (length < StatisticsBlock.MIN_LENGTH) {
            ledger.note(window.offset(), tooShort("an Interface Statistics Block", length, StatisticsBlock.MIN_LENGTH));
            return;
        }
        int id = fields.getInt(at + StatisticsBlock.INTERFACE_ID);
        if (id < 0 || id >= interfaceCount) {
            ledger.note(window.offset(), "statistics: " + noSuchInterface(id));
            return;
        }
        StatisticsBlock.read(fields, at, at + length - TRAILER, window.offset(), interfaces[id], ledger);
    }

    private boolean startSection(ByteBuffer fields, int at, int length) {
        if (length < SectionHeader.MIN_LENGTH) {
            return noteDamage(tooShort("a Section Header Block", length, SectionHeader.MIN_LENGTH));
        }
        int major = SectionHeader.majorVersion(fields, at);
        if (major != SectionHeader.MAJOR_VERSION) {
            return noteDamage("pcapng version " + major + ", expected " + SectionHeader.MAJOR_VERSION);
        }
        section.take(fields, at, length, window.offset(), ledger);
        interfaceCount = 0;
        return true;
    }

    private boolean addInterface(ByteBuffer fields, int at, int length) {
        if (length < InterfaceBlock.MIN_LENGTH) {
            return noteDamage(tooShort("an Interface Description Block", length, InterfaceBlock.MIN_LENGTH));
        }
        if (ledger.nextInterfaceId() == MAX_INTERFACES) {
            return noteDamage("more than " + MAX_INTERFACES + " interfaces");
        }
        if (interfaceCount == interfaces.length) {
            interfaces = Arrays.copyOf(interfaces, 2 * interfaceCount);
        }
        InterfaceTally tally = InterfaceBlock.read(fields, at, at + length - TRAILER, window.offset(), ledger);
        interfaces[interfaceCount] = tally;
        interfaceCount++;
        ledger.add(tally);
        return true;
    }

    private String noSuchInterface(int id) {
        return "interface " + Integer.toUnsignedString(id) + " does not exist; the section has described "
                + interfaceCount;
    }

    private static String tooShort(String block, int length, int minimum) {
        return block + " of " + length + " octets, expected at least " + minimum;
    }

    private void noteCutOff(int length) {
        ledger.noteEnd(
                window.offset(), "cut off: expected a block of " + length + " octets, found " + window.available());
    }

    private boolean noteDamage(String text) {
        ledger.noteEnd(window.offset(), "damaged: " + text);
        return false;
    }
}

package io.github.espial.capture.pcapng;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.bytes.OctetWords;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.DivisibleReader;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.InterfaceTally;
import io.github.espial.capture.RecordSearch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads the blocks of a pcapng file (draft-ietf-opsawg-pcapng §3): type, length, body, and the length again.
 *
 * <p>A block whose frame makes no sense (no such interface, more captured octets than the block has) still counts and
 * has a number, but is not delivered. A block whose lengths make no sense is passed over, up to where blocks begin again.
 */
public final class PcapngReader implements DivisibleReader {
    static final int MIN_BLOCK = 12;
    static final int BLOCK_LENGTH = 4;
    static final int TRAILER = 4;
    private static final int ALIGNMENT = 4;

    static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int NAME_RESOLUTION = 4;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;
    private static final int JOURNAL_EXPORT = 9;
    private static final int CUSTOM = 0x0BAD;
    private static final int CUSTOM_NOT_TO_BE_COPIED = 0x40000BAD;

    /** Standard types go up to the block of process events. */
    private static final int LAST_STANDARD = 12;

    private static final String NO_DAMAGE = "";

    static final int MAX_INTERFACES = 1 << 16;

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

    /**
     * A reader of the blocks from where {@code window} stands.
     *
     * @param ledger has the interfaces of {@code state}
     */
    PcapngReader(PcapngState state, OctetWindow window, CaptureLedger ledger) {
        this(window, ledger);
        section.takeFrom(state.section());
        interfaceCount = state.ofSection();
        interfaces = new InterfaceTally[Math.max(interfaces.length, interfaceCount)];
        int first = state.interfaces().size() - interfaceCount;
        for (int i = 0; i < interfaceCount; i++) {
            interfaces[i] = ledger.tally(first + i);
        }
    }

    /** Whether this program knows what blocks of {@code type} are, though it may not read them. */
    static boolean isKnown(int type) {
        return (type > 0 && type <= LAST_STANDARD)
                || type == SECTION_HEADER
                || type == CUSTOM
                || type == CUSTOM_NOT_TO_BE_COPIED;
    }

    /** Whether a block may have {@code length} octets. */
    static boolean isBlockLength(int length) {
        return length >= MIN_BLOCK && length <= MOST_OCTETS && length % ALIGNMENT == 0;
    }

    /** Octets of the shortest block of {@code type}. */
    static int minLength(int type) {
        return switch (type) {
            case SECTION_HEADER -> SectionHeader.MIN_LENGTH;
            case INTERFACE_DESCRIPTION -> InterfaceBlock.MIN_LENGTH;
            case INTERFACE_STATISTICS -> StatisticsBlock.MIN_LENGTH;
            case ENHANCED_PACKET, PACKET -> PacketBlocks.MIN_LENGTH;
            default -> MIN_BLOCK;
        };
    }

    /** The section, and the interfaces: those are never changed. */
    @Override
    public PcapngState state() {
        return new PcapngState(section.state(), ledger.definitions(), interfaceCount);
    }

    @Override
    public boolean seek(long end) throws IOException {
        return RecordSearch.find(window, end, chain());
    }

    private BlockChain chain() {
        return BlockChain.of(section.order());
    }

    @Override
    public FormatName format() {
        return PcapngFormat.NAME;
    }

    @Override
    public void scan(long end, FrameSink sink) throws IOException {
        while (window.offset() < end) {
            if (!window.require(MIN_BLOCK)) {
                noteEndOfFile();
                return;
            }
            String damage = damage();
            if (damage.isEmpty()) {
                ByteBuffer fields = window.buffer(section.order());
                int at = window.position();
                long start = window.words().at(at);
                int length = OctetWords.second(start, section.isBigEndian());
                damage = read(OctetWords.first(start, section.isBigEndian()), fields, at, length, sink);
                if (damage.isEmpty()) {
                    window.advance(length);
                }
            }
            if (!damage.isEmpty() && !passOver(damage)) {
                return;
            }
        }
    }

    private void noteEndOfFile() {
        if (window.available() > 0) {
            ledger.noteEnd(window.offset(), cutOff(MIN_BLOCK));
        } else {
            section.noteEnd(window.offset(), ledger);
        }
    }

    /** Goes on where blocks begin again; false when they do not. */
    private boolean passOver(String damage) throws IOException {
        long start = window.offset();
        window.advance(1);
        if (!RecordSearch.find(window, Long.MAX_VALUE, section.isKnown() ? chain() : BlockChain.ofSections())) {
            ledger.noteEnd(start, damage);
            return false;
        }
        ledger.noteNext(start, damage + "; passed over " + (window.offset() - start) + " octets");
        return true;
    }

    /** Makes the whole of the next block readable; returns what is wrong with it, or the empty text. */
    private String damage() throws IOException {
        // The type of a section header reads the same in both octet orders, so the old order does here.
        if (OctetWords.first(window.words().at(window.position()), section.isBigEndian()) == SECTION_HEADER) {
            section.noteEnd(window.offset(), ledger);
            interfaceCount = 0;
            if (!section.takeOrder(window.buffer(), window.position())) {
                return damaged("the byte-order magic is neither 1a2b3c4d nor 4d3c2b1a");
            }
        }
        int length = OctetWords.second(window.words().at(window.position()), section.isBigEndian());
        if (!isBlockLength(length)) {
            return damaged("block length " + Integer.toUnsignedString(length) + ", expected a multiple of 4 from 12 to "
                    + MOST_OCTETS);
        }
        if (!window.require(length)) {
            return cutOff(length);
        }
        long lastTwo = window.words().at(window.position() + length - TRAILER - Integer.BYTES);
        int trailing = OctetWords.second(lastTwo, section.isBigEndian());
        if (trailing != length) {
            return damaged("block length " + length + " before the block, " + Integer.toUnsignedString(trailing)
                    + " after it");
        }
        return NO_DAMAGE;
    }

    /** Takes in the block from {@code at} on, {@code length} octets; returns what is wrong with it, or the empty text. */
    private String read(int type, ByteBuffer fields, int at, int length, FrameSink sink) {
        int end = at + length - TRAILER;
        switch (type) {
            case ENHANCED_PACKET -> {
                if (packets.startEnhanced(window, fields, section.isBigEndian(), length)) {
                    deliver(sink);
                }
            }
            case SIMPLE_PACKET -> {
                if (packets.startSimple(window, fields, length, interfaceCount > 0 ? interfaces[0].snapLength() : 0)) {
                    deliver(sink);
                }
            }
            case PACKET -> {
                if (packets.startObsolete(window, fields, section.isBigEndian(), length)) {
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
        return NO_DAMAGE;
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

    private String startSection(ByteBuffer fields, int at, int length) {
        if (length < SectionHeader.MIN_LENGTH) {
            return damaged(tooShort("a Section Header Block", length, SectionHeader.MIN_LENGTH));
        }
        int major = SectionHeader.majorVersion(fields, at);
        section.takeVersion(major);
        if (!section.isKnown()) {
            return damaged("pcapng version " + major + ", expected " + SectionHeader.MAJOR_VERSION);
        }
        section.take(fields, at, length, window.offset(), ledger);
        return NO_DAMAGE;
    }

    private String addInterface(ByteBuffer fields, int at, int length) {
        if (length < InterfaceBlock.MIN_LENGTH) {
            return damaged(tooShort("an Interface Description Block", length, InterfaceBlock.MIN_LENGTH));
        }
        if (ledger.nextInterfaceId() == MAX_INTERFACES) {
            return damaged("more than " + MAX_INTERFACES + " interfaces");
        }
        if (interfaceCount == interfaces.length) {
            interfaces = Arrays.copyOf(interfaces, 2 * interfaceCount);
        }
        interfaces[interfaceCount] =
                ledger.add(InterfaceBlock.read(fields, at, at + length - TRAILER, window.offset(), ledger));
        interfaceCount++;
        return NO_DAMAGE;
    }

    private String noSuchInterface(int id) {
        return "interface " + Integer.toUnsignedString(id) + " does not exist; the section has described "
                + interfaceCount;
    }

    private static String tooShort(String block, int length, int minimum) {
        return block + " of " + length + " octets, expected at least " + minimum;
    }

    private String cutOff(int length) {
        return "cut off: expected a block of " + length + " octets, found " + window.available();
    }

    private static String damaged(String text) {
        return "damaged: " + text;
    }
}

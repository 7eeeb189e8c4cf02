package io.github.espial.capture.pcapng;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.RecordChain;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Tells pcapng blocks by types that are known, and by lengths that stand before and after each block. */
final class BlockChain implements RecordChain {
    /** Blocks that leave no doubt: more of them within a frame are a pcapng file that it carries. */
    private static final int ENOUGH = 3;

    /** Blocks that do where the octets to look at end before the end of the file. */
    private static final int FEW = 2;

    /** What {@link #lengthOf} gives where there is no block. */
    private static final int NONE = 0;

    private final ByteOrder order;
    private final boolean isAnywhere;

    private BlockChain(ByteOrder order, boolean isAnywhere) {
        this.order = order;
        this.isAnywhere = isAnywhere;
    }

    /** Chains in a section of {@code order}; also in another one, if they begin with its header. */
    static BlockChain of(ByteOrder order) {
        return new BlockChain(order, true);
    }

    /** Chains that begin with the header of a section, where nothing else can be understood. */
    static BlockChain ofSections() {
        return new BlockChain(ByteOrder.BIG_ENDIAN, false);
    }

    @Override
    public boolean beginsAt(OctetWindow window, int at, int limit, boolean isEnd) {
        ByteOrder present = order;
        int place = at;
        for (int blocks = 0; blocks < ENOUGH; blocks++) {
            if (limit - place < PcapngReader.MIN_BLOCK) {
                return blocks >= FEW || (isEnd && place == limit && blocks > 0);
            }
            ByteBuffer fields = window.buffer(present);
            int type = fields.getInt(place);
            if (!PcapngReader.isKnown(type) || (place == at && !isAnywhere && type != PcapngReader.SECTION_HEADER)) {
                return false;
            }
            if (type == PcapngReader.SECTION_HEADER) {
                Optional<ByteOrder> stated = SectionHeader.order(window.buffer(), place);
                if (stated.isEmpty()) {
                    return false;
                }
                present = stated.get();
                fields = window.buffer(present);
            }
            int length = lengthOf(fields, type, place, limit);
            if (length == NONE) {
                return false;
            }
            if (length > limit - place) {
                return blocks >= FEW;
            }
            place += length;
        }
        return true;
    }

    /** The length of the block at {@code at}, or {@link #NONE}; its end is looked at if it is before {@code limit}. */
    private static int lengthOf(ByteBuffer fields, int type, int at, int limit) {
        int length = fields.getInt(at + PcapngReader.BLOCK_LENGTH);
        if (!PcapngReader.isBlockLength(length) || length < PcapngReader.minLength(type)) {
            return NONE;
        }
        boolean isWhole = length <= limit - at;
        return isWhole && fields.getInt(at + length - PcapngReader.TRAILER) != length ? NONE : length;
    }
}

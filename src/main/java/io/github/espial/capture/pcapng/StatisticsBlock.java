package io.github.espial.capture.pcapng;

import io.github.espial.capture.CaptureComment;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.InterfaceTally;
import io.github.espial.capture.Saturating;
import java.nio.ByteBuffer;

/**
 * Reads pcapng Interface Statistics Blocks (draft-ietf-opsawg-pcapng §4.6).
 *
 * <pre>
 *  0  block type 5, block length
 *  8  interface id within the section
 * 12  time stamp, high and low 32 bits
 * 20  options
 * </pre>
 */
final class StatisticsBlock {
    /** Octets of the smallest block. */
    static final int MIN_LENGTH = 24;

    /** Offset of the interface id. */
    static final int INTERFACE_ID = 8;

    private static final int OPTIONS = 20;
    private static final int ISB_INTERFACE_DROPPED = 5;
    private static final int ISB_SYSTEM_DROPPED = 7;

    private StatisticsBlock() {}

    /**
     * Reads the block from {@code at} to {@code end}, the index of its trailing length.
     *
     * @param offset of the block in the file
     */
    static void read(ByteBuffer fields, int at, int end, long offset, InterfaceTally tally, CaptureLedger ledger) {
        PcapngOptions options = new PcapngOptions();
        options.wrap(fields, at + OPTIONS, end);
        boolean isStated = false;
        long dropped = 0;
        while (options.next()) {
            boolean isLoss = options.code() == ISB_INTERFACE_DROPPED || options.code() == ISB_SYSTEM_DROPPED;
            if (isLoss && options.length() >= Long.BYTES) {
                long count = fields.getLong(options.value());
                // All ones stand for "not known" in files of Wireshark; no real count has its top bit set.
                if (count >= 0) {
                    isStated = true;
                    dropped = Saturating.add(dropped, count);
                }
            } else if (options.code() == PcapngOptions.COMMENT) {
                ledger.add(new CaptureComment(0, options.text()), offset);
            }
        }
        if (isStated) {
            tally.loseByStatistics(dropped);
        }
    }
}

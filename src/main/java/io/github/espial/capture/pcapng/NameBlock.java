package io.github.espial.capture.pcapng;

import io.github.espial.bytes.OctetText;
import io.github.espial.capture.CaptureComment;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.ResolvedName;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Reads pcapng Name Resolution Blocks (draft-ietf-opsawg-pcapng §4.5): from octet 8 on, records of 16 bits type, 16 bits
 * length and a value padded to 32 bits, which is an address and names that each end in a zero octet.
 */
final class NameBlock {
    private static final int RECORDS = 8;
    private static final int RECORD_HEADER = 4;
    private static final int END = 0;
    private static final int IPV4 = 1;
    private static final int IPV6 = 2;
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;

    private NameBlock() {}

    /**
     * Reads the block from {@code at} to {@code end}, the index of its trailing length.
     *
     * @param offset of the block in the file
     */
    static void read(ByteBuffer fields, int at, int end, long offset, CaptureLedger ledger) {
        int record = at + RECORDS;
        while (end - record >= RECORD_HEADER) {
            int type = Short.toUnsignedInt(fields.getShort(record));
            int length = Short.toUnsignedInt(fields.getShort(record + 2));
            int value = record + RECORD_HEADER;
            if (type == END) {
                readComments(fields, value, end, offset, ledger);
                return;
            }
            if (length > end - value) {
                ledger.note(offset, "a name record of " + length + " octets exceeds its block");
                return;
            }
            if (type == IPV4) {
                readNames(fields, value, length, IPV4_LENGTH, offset, ledger);
            } else if (type == IPV6) {
                readNames(fields, value, length, IPV6_LENGTH, offset, ledger);
            }
            record = value + PcapngOptions.padded(length);
        }
    }

    private static void readNames(
            ByteBuffer fields, int start, int length, int addressLength, long offset, CaptureLedger ledger) {
        if (length < addressLength) {
            ledger.note(offset, "a name record of " + length + " octets is too short for its address");
            return;
        }
        InetAddress address = InterfaceBlock.address(fields, start, addressLength);
        int end = start + length;
        int name = start + addressLength;
        for (int i = name; i <= end; i++) {
            if (i == end || fields.get(i) == 0) {
                if (i > name) {
                    String text = OctetText.utf8(fields, name, i - name, PcapngOptions.MAX_TEXT);
                    ledger.add(new ResolvedName(address, text), offset);
                }
                name = i + 1;
            }
        }
    }

    private static void readComments(ByteBuffer fields, int start, int end, long offset, CaptureLedger ledger) {
        PcapngOptions options = new PcapngOptions();
        options.wrap(fields, start, end);
        while (options.next()) {
            if (options.code() == PcapngOptions.COMMENT) {
                ledger.add(new CaptureComment(0, options.text()), offset);
            }
        }
    }
}

package io.github.espial.capture.pcapng;

import io.github.espial.capture.CaptureComment;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.InterfaceDefinition;
import io.github.espial.capture.InterfaceDescription;
import io.github.espial.capture.StatedAddress;
import io.github.espial.capture.TimestampUnit;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads pcapng Interface Description Blocks (draft-ietf-opsawg-pcapng §4.2).
 *
 * <pre>
 *  0  block type 1, block length
 *  8  link type, 16 bits; 16 reserved bits
 * 12  snap length
 * 16  options
 * </pre>
 */
final class InterfaceBlock {
    /** Octets of the smallest block. */
    static final int MIN_LENGTH = 20;

    private static final int LINK_TYPE = 8;
    private static final int SNAP_LENGTH = 12;
    private static final int OPTIONS = 16;

    private static final int IF_NAME = 2;
    private static final int IF_DESCRIPTION = 3;
    private static final int IF_IPV4_ADDRESS = 4;
    private static final int IF_IPV6_ADDRESS = 5;
    private static final int IF_MAC_ADDRESS = 6;
    private static final int IF_TIMESTAMP_RESOLUTION = 9;
    private static final int IF_FILTER = 11;
    private static final int IF_OS = 12;
    private static final int IF_TIMESTAMP_OFFSET = 14;
    private static final int IF_HARDWARE = 15;

    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;
    private static final int MAC_LENGTH = 6;
    private static final int MAX_ADDRESSES = 256;

    private final ByteBuffer fields;
    private Optional<String> name = Optional.empty();
    private Optional<String> description = Optional.empty();
    private Optional<String> hardware = Optional.empty();
    private Optional<String> os = Optional.empty();
    private Optional<String> filter = Optional.empty();
    private OptionalLong mac = OptionalLong.empty();
    private final List<StatedAddress> addresses = new ArrayList<>();
    private byte resolution = 6;
    private long offsetSeconds;

    private InterfaceBlock(ByteBuffer fields) {
        this.fields = fields;
    }

    /**
     * Reads the block from {@code at} to {@code end}, the index of its trailing length.
     *
     * @param offset of the block in the file
     */
    static InterfaceDefinition read(ByteBuffer fields, int at, int end, long offset, CaptureLedger ledger) {
        InterfaceBlock block = new InterfaceBlock(fields);
        PcapngOptions options = new PcapngOptions();
        options.wrap(fields, at + OPTIONS, end);
        while (options.next()) {
            if (options.code() == PcapngOptions.COMMENT) {
                ledger.add(new CaptureComment(0, options.text()), offset);
            } else {
                block.take(options);
            }
        }
        if (options.isMalformed()) {
            ledger.note(offset, "an option of interface " + ledger.nextInterfaceId() + " exceeds its block");
        }
        return new InterfaceDefinition(
                Short.toUnsignedInt(fields.getShort(at + LINK_TYPE)),
                Integer.toUnsignedLong(fields.getInt(at + SNAP_LENGTH)),
                new TimestampUnit(block.resolution, block.offsetSeconds),
                block.describe());
    }

    private InterfaceDescription describe() {
        return new InterfaceDescription(name, description, hardware, os, filter, mac, addresses);
    }

    private void take(PcapngOptions option) {
        switch (option.code()) {
            case IF_NAME -> name = option.someText();
            case IF_DESCRIPTION -> description = option.someText();
            case IF_IPV4_ADDRESS -> takeIpv4(option);
            case IF_IPV6_ADDRESS -> takeIpv6(option);
            case IF_MAC_ADDRESS -> takeMac(option);
            case IF_TIMESTAMP_RESOLUTION -> {
                if (option.length() >= 1) {
                    resolution = fields.get(option.value());
                }
            }
            case IF_FILTER -> filter = filterText(option);
            case IF_OS -> os = option.someText();
            case IF_TIMESTAMP_OFFSET -> {
                if (option.length() >= Long.BYTES) {
                    offsetSeconds = fields.getLong(option.value());
                }
            }
            case IF_HARDWARE -> hardware = option.someText();
            default -> {
                // Speed, link-level authentication and the like say nothing about next hops.
            }
        }
    }

    /** The first octet tells the kind of filter: 0 is text, anything else is for machines. */
    private Optional<String> filterText(PcapngOptions option) {
        if (option.length() < 2 || fields.get(option.value()) != 0) {
            return Optional.empty();
        }
        return Optional.of(option.text().substring(1));
    }

    private void takeIpv4(PcapngOptions option) {
        if (option.length() >= 2 * IPV4_LENGTH) {
            // An address has no octet order of its own, but this view of the mask may: its bits count the same.
            int mask = fields.getInt(option.value() + IPV4_LENGTH);
            take(address(fields, option.value(), IPV4_LENGTH), Integer.bitCount(mask));
        }
    }

    private void takeIpv6(PcapngOptions option) {
        if (option.length() >= IPV6_LENGTH + 1) {
            int prefixLength = Byte.toUnsignedInt(fields.get(option.value() + IPV6_LENGTH));
            take(address(fields, option.value(), IPV6_LENGTH), Math.min(prefixLength, Byte.SIZE * IPV6_LENGTH));
        }
    }

    private void take(InetAddress address, int prefixLength) {
        if (addresses.size() < MAX_ADDRESSES) {
            addresses.add(new StatedAddress(address, prefixLength));
        }
    }

    private void takeMac(PcapngOptions option) {
        if (option.length() >= MAC_LENGTH) {
            long value = 0;
            for (int i = 0; i < MAC_LENGTH; i++) {
                value = value << Byte.SIZE | Byte.toUnsignedLong(fields.get(option.value() + i));
            }
            mac = OptionalLong.of(value);
        }
    }

    /** The address of {@code length} octets, 4 or 16, at {@code start}. */
    static InetAddress address(ByteBuffer fields, int start, int length) {
        byte[] octets = new byte[length];
        fields.get(start, octets);
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address of " + length + " octets", e);
        }
    }
}

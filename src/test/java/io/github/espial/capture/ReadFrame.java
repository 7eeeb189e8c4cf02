package io.github.espial.capture;

import java.util.HexFormat;

/** A frame as it was when the reader stood at it; its octets are hexadecimal. */
public record ReadFrame(
        long number,
        int interfaceId,
        int linkType,
        boolean hasTime,
        long nanos,
        long originalLength,
        Direction direction,
        long fileOffset,
        String octets) {
    public static ReadFrame of(Frame frame) {
        byte[] octets = new byte[frame.capturedLength()];
        frame.octets().get(frame.start(), octets);
        return new ReadFrame(
                frame.number(),
                frame.interfaceId(),
                frame.linkType(),
                frame.hasTime(),
                frame.nanos(),
                frame.originalLength(),
                frame.direction(),
                frame.fileOffset(),
                HexFormat.of().formatHex(octets));
    }

    /** The frame in a whole in which {@code numbers} frames come before the piece that has it. */
    public ReadFrame after(long numbers) {
        return new ReadFrame(
                number + numbers, interfaceId, linkType, hasTime, nanos, originalLength, direction, fileOffset, octets);
    }
}

package io.github.espial.capture;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;

/**
 * An interface before anything is counted on it.
 *
 * @param linkType LINKTYPE_ number, 16 bits
 * @param snapLength octets kept of each frame at most, unsigned 32-bit; 0 for no limit
 * @param unit what its time stamps count
 */
public record InterfaceDefinition(int linkType, long snapLength, TimestampUnit unit, InterfaceDescription description) {
    private static final long GREATEST_LENGTH = 0xffff_ffffL;

    /** Of an interface that the capture says nothing else about. */
    public InterfaceDefinition(int linkType, long snapLength, TimestampUnit unit) {
        this(linkType, snapLength, unit, InterfaceDescription.NONE);
    }

    public void write(FieldWriter to) throws IOException {
        to.signed(linkType);
        to.number(snapLength);
        unit.write(to);
        description.write(to);
    }

    /** Reads what {@link #write} wrote. */
    public static InterfaceDefinition read(FieldReader from) throws IOException {
        return new InterfaceDefinition(
                (int) from.signed(),
                from.number(GREATEST_LENGTH),
                TimestampUnit.read(from),
                InterfaceDescription.read(from));
    }
}

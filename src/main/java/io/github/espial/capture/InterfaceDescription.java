package io.github.espial.capture;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a capture says in words about an interface (the {@code if_} options of pcapng).
 *
 * @param name as the capturing system calls it, such as {@code eth0}
 * @param description as a person would call it
 * @param hardware make and model
 * @param os operating system of the capturing machine
 * @param filter capture filter in text form
 * @param mac its MAC, the low 48 bits
 * @param addresses its addresses
 */
public record InterfaceDescription(
        Optional<String> name,
        Optional<String> description,
        Optional<String> hardware,
        Optional<String> os,
        Optional<String> filter,
        OptionalLong mac,
        List<StatedAddress> addresses) {
    private static final int MOST_PREFIX_BITS = 128;

    /** Of an interface that the capture says nothing about. */
    public static final InterfaceDescription NONE = new InterfaceDescription(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            List.of());

    public InterfaceDescription {
        addresses = List.copyOf(addresses);
    }

    /** Of an interface of which only the name may be told. */
    public static InterfaceDescription named(Optional<String> name) {
        return new InterfaceDescription(
                name, NONE.description, NONE.hardware, NONE.os, NONE.filter, NONE.mac, List.of());
    }

    void write(FieldWriter to) throws IOException {
        to.someText(name);
        to.someText(description);
        to.someText(hardware);
        to.someText(os);
        to.someText(filter);
        to.someNumber(mac);
        to.number(addresses.size());
        for (StatedAddress address : addresses) {
            AddressForm.write(address.address(), to);
            to.number(address.prefixLength());
        }
    }

    /** Reads what {@link #write} wrote. */
    static InterfaceDescription read(FieldReader from) throws IOException {
        Optional<String> name = from.someText();
        Optional<String> description = from.someText();
        Optional<String> hardware = from.someText();
        Optional<String> os = from.someText();
        Optional<String> filter = from.someText();
        OptionalLong mac = from.someNumber();
        List<StatedAddress> addresses = new ArrayList<>();
        for (int left = from.count(Integer.MAX_VALUE, AddressForm.LEAST_OCTETS); left > 0; left--) {
            addresses.add(new StatedAddress(AddressForm.read(from), (int) from.number(MOST_PREFIX_BITS)));
        }
        return new InterfaceDescription(name, description, hardware, os, filter, mac, addresses);
    }
}

package io.github.espial.capture;

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
}

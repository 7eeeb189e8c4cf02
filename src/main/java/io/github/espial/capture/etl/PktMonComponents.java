package io.github.espial.capture.etl;

import io.github.espial.capture.InterfaceDescription;
import io.github.espial.capture.StatedAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What PktMon says about the components that packets pass, when it stops.
 *
 * <pre>
 * each:  0 component, 16 bits
 *  20:   2 kind, 16 bits; 4 name of the driver, description (UTF-16 with a final NUL)
 *  65:   2 property, 16 bits; 4 IPv4 address       66: IPv6 address
 *  70:   2 property, 16 bits; 4 length; 8 hardware address
 * </pre>
 */
final class PktMonComponents {
    private static final int DESCRIPTION = 20;
    private static final int IPV4_ADDRESS = 65;
    private static final int IPV6_ADDRESS = 66;
    private static final int HARDWARE_ADDRESS = 70;

    private static final int VALUE = 4;
    private static final int HARDWARE_VALUE = 8;
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;
    private static final int MAC_LENGTH = 6;
    private static final int MAX_COMPONENTS = 4096;
    private static final int MAX_ADDRESSES = 256;

    /** What a component without a text is called. */
    private static final String NO_TEXT = "NULL";

    private static final class Component {
        Optional<String> text = Optional.empty();
        OptionalLong mac = OptionalLong.empty();
        final List<StatedAddress> addresses = new ArrayList<>();
    }

    private final Map<Long, Component> components = new HashMap<>();

    /** Takes in an event of PktMon that holds no packet, whose payload was found. */
    void take(EventView event) {
        if (event.payloadLength() < VALUE) {
            return;
        }
        ByteBuffer fields = event.fields();
        int at = event.payloadStart();
        long id = Short.toUnsignedLong(fields.getShort(at));
        if (!components.containsKey(id) && components.size() == MAX_COMPONENTS) {
            return;
        }
        switch (event.id()) {
            case DESCRIPTION -> takeTexts(component(id), fields, at + VALUE, at + event.payloadLength());
            case IPV4_ADDRESS -> takeAddress(component(id), event, IPV4_LENGTH);
            case IPV6_ADDRESS -> takeAddress(component(id), event, IPV6_LENGTH);
            case HARDWARE_ADDRESS -> takeMac(component(id), event);
            default -> {
                // Counters, filters and bindings say nothing about where a packet passed.
            }
        }
    }

    /** What is known of the component {@code id}, as an interface of the machine {@code os}. */
    InterfaceDescription describe(long id, String os) {
        Component component = components.getOrDefault(id, new Component());
        return new InterfaceDescription(
                Optional.of("component " + id),
                component.text,
                Optional.empty(),
                Optional.of(os),
                Optional.empty(),
                component.mac,
                component.addresses);
    }

    private Component component(long id) {
        return components.computeIfAbsent(id, unknown -> new Component());
    }

    private static void takeTexts(Component component, ByteBuffer fields, int start, int end) {
        int nameEnd = Utf16.end(fields, start, end);
        int textEnd = nameEnd < 0 ? -1 : Utf16.end(fields, nameEnd, end);
        if (textEnd < 0) {
            return;
        }
        String name = Utf16.text(fields, start, nameEnd);
        String text = Utf16.text(fields, nameEnd, textEnd);
        boolean isNamed = !name.isEmpty() && !name.equals(NO_TEXT);
        component.text = Optional.of(isNamed ? text + " (" + name + ")" : text).filter(any -> !any.isEmpty());
    }

    private static void takeAddress(Component component, EventView event, int length) {
        if (event.payloadLength() < VALUE + length || component.addresses.size() == MAX_ADDRESSES) {
            return;
        }
        byte[] octets = new byte[length];
        event.fields().get(event.payloadStart() + VALUE, octets);
        try {
            component.addresses.add(new StatedAddress(InetAddress.getByAddress(octets), Byte.SIZE * length));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(length + " octets are no address", e);
        }
    }

    private static void takeMac(Component component, EventView event) {
        ByteBuffer fields = event.fields();
        int at = event.payloadStart();
        if (component.mac.isPresent()
                || event.payloadLength() < HARDWARE_VALUE + MAC_LENGTH
                || fields.getInt(at + VALUE) != MAC_LENGTH) {
            return;
        }
        long mac = 0;
        for (int i = 0; i < MAC_LENGTH; i++) {
            mac = mac << Byte.SIZE | Byte.toUnsignedLong(fields.get(at + HARDWARE_VALUE + i));
        }
        component.mac = OptionalLong.of(mac);
    }
}

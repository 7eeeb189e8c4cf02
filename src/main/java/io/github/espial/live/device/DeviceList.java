package io.github.espial.live.device;

import io.github.espial.net.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcap4j.core.PcapAddress;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.Pcaps;

/** The interfaces of this machine that can be captured on. */
public final class DeviceList {
    /** An address that is nobody's neighbor (192.88.99.0/24, RFC 7526): the way there is the default route. */
    private static final byte[] FAR_AWAY = {(byte) 192, 88, 99, 1};

    private static final int DISCARD = 9;

    private DeviceList() {}

    /**
     * An interface.
     *
     * @param name as {@code -i} takes it
     * @param description as a person would call it
     * @param facesGateway whether packets for far away leave by it
     */
    public record Entry(String name, Optional<String> description, List<String> addresses, boolean facesGateway) {
        public Entry {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * All that libpcap knows.
     *
     * @throws IOException where libpcap, Npcap or the privilege is missing; the message is one line that says what to do
     */
    public static List<Entry> all() throws IOException {
        Optional<String> own = addressTowardsGateway();
        List<Entry> all = new ArrayList<>();
        for (PcapNetworkInterface one : Libpcap.call("interfaces", Pcaps::findAllDevs)) {
            List<String> addresses = new ArrayList<>();
            for (PcapAddress address : one.getAddresses()) {
                if (address.getAddress() != null) {
                    addresses.add(text(address.getAddress()));
                }
            }
            all.add(new Entry(
                    one.getName(),
                    Optional.ofNullable(one.getDescription()),
                    addresses,
                    own.filter(addresses::contains).isPresent()));
        }
        return all;
    }

    /** Without the interface that Java adds to an address of one link. */
    private static String text(InetAddress address) {
        return IpAddress.parse(address.getHostAddress().replaceFirst("%.*", "")).toString();
    }

    /** Asks the routing table: a datagram socket that is connected sends nothing. */
    private static Optional<String> addressTowardsGateway() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(FAR_AWAY), DISCARD));
            InetAddress own = socket.getLocalAddress();
            return own.isAnyLocalAddress() ? Optional.empty() : Optional.of(text(own));
        } catch (SocketException | UncheckedIOException e) {
            // No route that far.
            return Optional.empty();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an address", e);
        }
    }
}

package io.github.espial.bench;

import io.github.espial.wire.FrameBuilder;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The frames of a {@link Workload}, one after the other, in memory that is used again.
 *
 * <p>A server with its default gateway on one router and its peers behind another: IKE goes to the peers' router, ESP
 * to the default gateway. Neighbors ask for each other now and then.
 */
final class Traffic {
    private static final String SERVER_MAC = "00:0c:29:5e:10:0a";
    private static final String GATEWAY_MAC = "00:1b:21:aa:00:01";
    private static final String PARTNER_MAC = "00:1b:21:bb:00:fe";
    private static final String SERVER = "192.0.2.10";
    private static final String GATEWAY = "192.0.2.1";
    private static final String PARTNER = "192.0.2.254";

    private static final int SERVER_ADDRESS = 0xc000020a;
    /** 198.18.0.0, for benchmarks (RFC 2544); more peers than fit run on into the addresses behind it. */
    private static final int FIRST_PEER = 0xc6120001;
    /** 100.64.0.0/10, which has room for all connections that are possible. */
    private static final int FIRST_HOST = 0x64400000;

    private static final long START_NANOS = 1_790_000_000_000_000_000L;
    private static final int GREATEST_PAUSE_NANOS = 20_000;
    /** Peers whose negotiation is there: enough for any report. */
    private static final int NEGOTIATIONS = 100;

    private static final int FRAMES_BETWEEN_ARP = 50_000;

    private static final int TYPE = 12;
    private static final int IP = 14;
    private static final int TRANSPORT = IP + 20;
    private static final int ESP_PAYLOAD = TRANSPORT + 8;
    private static final int TCP_PAYLOAD = TRANSPORT + 20;
    private static final int ESP = 50;
    private static final int TCP = 6;
    private static final int NOISE_OCTETS = 1 << 16;
    private static final int CYCLE = 12;

    private final Workload workload;
    private final Random random;
    private final byte[] noise = new byte[NOISE_OCTETS + Workload.LONGEST];
    private final byte[] octets = new byte[Workload.LONGEST];
    private final ByteBuffer fields = ByteBuffer.wrap(octets);
    private final Deque<byte[]> prepared = new ArrayDeque<>();
    private final List<Sealer> sealers = new ArrayList<>();
    private final byte[] server = mac(SERVER_MAC);
    private final byte[] gateway = mac(GATEWAY_MAC);
    private final byte[] partner = mac(PARTNER_MAC);

    private long made;
    private long espFrames;
    private long plainFrames;
    private int length;
    private long nanos = START_NANOS;

    Traffic(Workload workload) {
        this.workload = workload;
        this.random = new Random(workload.seed());
        random.nextBytes(noise);
        for (int sa = 0; workload.innerOctets() > 0 && sa < workload.spis(); sa++) {
            sealers.add(new Sealer(workload.seed() + sa));
        }
        prepareNeighbors();
        for (int peer = 0; peer < Math.min(workload.peers(), NEGOTIATIONS); peer++) {
            prepareNegotiation(peer);
        }
    }

    /** Makes the next frame; false when there is none left. */
    boolean next() {
        if (made == workload.frames()) {
            return false;
        }
        if (made > 0 && made % FRAMES_BETWEEN_ARP == 0) {
            prepareNeighbors();
        }
        made++;
        nanos += random.nextInt(GREATEST_PAUSE_NANOS);
        byte[] ready = prepared.poll();
        if (ready != null) {
            length = ready.length;
            System.arraycopy(ready, 0, octets, 0, length);
            return true;
        }
        length = anyLength();
        if (random.nextInt(100) < workload.espPercent()) {
            esp();
        } else {
            tcp();
        }
        return true;
    }

    /** Memory that begins with the frame; valid until the next one. */
    byte[] octets() {
        return octets;
    }

    /** Octets of the frame. */
    int length() {
        return length;
    }

    /** When it passed, in nanoseconds since 1970-01-01T00:00Z. */
    long nanos() {
        return nanos;
    }

    private int anyLength() {
        int place = random.nextInt(CYCLE);
        return place < 7 ? Workload.SHORTEST : place < 11 ? workload.middleOctets() : Workload.LONGEST;
    }

    private void esp() {
        int sa = (int) (espFrames % workload.spis());
        long sequenceNumber = espFrames / workload.spis() + 1;
        espFrames++;
        int peer = peer(sa);
        boolean isOutbound = sa % 2 == 0;
        if (workload.innerOctets() > 0) {
            length = ESP_PAYLOAD + Sealer.sealedLength(workload.innerOctets());
        }
        ethernet(isOutbound ? gateway : server, isOutbound ? server : partner);
        ip(ESP, isOutbound ? SERVER_ADDRESS : peer, isOutbound ? peer : SERVER_ADDRESS);
        fields.putInt(TRANSPORT, spi(sa));
        fields.putInt(TRANSPORT + 4, (int) sequenceNumber);
        if (workload.innerOctets() > 0) {
            sealers.get(sa).seal(octets, TRANSPORT, sequenceNumber, workload.innerOctets());
        } else {
            noise(ESP_PAYLOAD);
        }
    }

    private int peer(int sa) {
        return FIRST_PEER + sa / 2 % workload.peers();
    }

    /** The keys, a line for each SA, as Wireshark's table {@code esp_sa} has them. */
    List<String> keys() {
        List<String> lines = new ArrayList<>();
        for (int sa = 0; sa < sealers.size(); sa++) {
            String peer = text(peer(sa));
            lines.add(String.format(
                    Locale.ROOT,
                    "\"IPv4\",\"%s\",\"%s\",\"0x%08x\",\"AES-GCM with 16 octet ICV [RFC4106]\",\"0x%s\",\"NULL\",\"\"",
                    sa % 2 == 0 ? SERVER : peer,
                    sa % 2 == 0 ? peer : SERVER,
                    spi(sa),
                    sealers.get(sa).key()));
        }
        return lines;
    }

    /** Distinct for all SAs, as an odd factor permutes the numbers of 28 bits, and none of the reserved ones. */
    private static int spi(int sa) {
        return 0xc0000000 | (sa * 0x9e3779b1 & 0x0fffffff);
    }

    private void tcp() {
        int connection = (int) (plainFrames % workload.connections());
        long turn = plainFrames / workload.connections();
        plainFrames++;
        int host = FIRST_HOST + connection;
        boolean isOutbound = turn % 2 == 0;
        ethernet(isOutbound ? gateway : server, isOutbound ? server : gateway);
        ip(TCP, isOutbound ? SERVER_ADDRESS : host, isOutbound ? host : SERVER_ADDRESS);
        int port = 49_152 + connection % 16_384;
        fields.putShort(TRANSPORT, (short) (isOutbound ? port : 443));
        fields.putShort(TRANSPORT + 2, (short) (isOutbound ? 443 : port));
        fields.putInt(TRANSPORT + 4, (int) turn * Workload.LONGEST);
        fields.putInt(TRANSPORT + 8, (int) turn * Workload.LONGEST);
        fields.putInt(TRANSPORT + 12, 0x5010ffff);
        fields.putInt(TRANSPORT + 16, 0);
        noise(TCP_PAYLOAD);
    }

    private void ethernet(byte[] destination, byte[] source) {
        System.arraycopy(destination, 0, octets, 0, destination.length);
        System.arraycopy(source, 0, octets, destination.length, source.length);
        fields.putShort(TYPE, (short) 0x0800);
    }

    private void ip(int protocol, int source, int destination) {
        fields.putInt(IP, 0x45000000 | (length - IP));
        fields.putInt(IP + 4, (int) (made & 0xffff) << 16 | 0x4000);
        fields.putInt(IP + 8, (source == SERVER_ADDRESS ? 128 : 55) << 24 | protocol << 16);
        fields.putInt(IP + 12, source);
        fields.putInt(IP + 16, destination);
        int sum = 0;
        for (int at = IP; at < TRANSPORT; at += 2) {
            sum += Short.toUnsignedInt(fields.getShort(at));
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        sum = (sum & 0xffff) + (sum >>> 16);
        fields.putShort(IP + 10, (short) ~sum);
    }

    private void noise(int start) {
        System.arraycopy(noise, random.nextInt(NOISE_OCTETS), octets, start, length - start);
    }

    private void prepareNeighbors() {
        prepared.add(arpRequest(GATEWAY));
        prepared.add(arpReply(GATEWAY_MAC, GATEWAY));
        prepared.add(arpRequest(PARTNER));
        prepared.add(arpReply(PARTNER_MAC, PARTNER));
    }

    private static byte[] arpRequest(String target) {
        return FrameBuilder.ethernet(SERVER_MAC, "ff:ff:ff:ff:ff:ff")
                .arpRequest(SERVER_MAC, SERVER, target)
                .padded()
                .octets();
    }

    private static byte[] arpReply(String mac, String address) {
        return FrameBuilder.ethernet(mac, SERVER_MAC)
                .arpReply(mac, address, SERVER_MAC, SERVER)
                .padded()
                .octets();
    }

    private void prepareNegotiation(int peer) {
        String address = text(FIRST_PEER + peer);
        for (int exchange = 34; exchange <= 35; exchange++) {
            prepared.add(FrameBuilder.ethernet(SERVER_MAC, PARTNER_MAC)
                    .ip(SERVER, address)
                    .udp(500, 500)
                    .ikev2(exchange, peer + 1L, exchange == 34 ? 0 : peer + 2L, 0x08, exchange - 34L)
                    .payload(200)
                    .octets());
            prepared.add(FrameBuilder.ethernet(PARTNER_MAC, SERVER_MAC)
                    .ip(address, SERVER)
                    .udp(500, 500)
                    .ikev2(exchange, peer + 1L, peer + 2L, 0x20, exchange - 34L)
                    .payload(200)
                    .octets());
        }
    }

    private static String text(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "." + (address & 0xff);
    }

    private static byte[] mac(String text) {
        String[] parts = text.split(":", -1);
        byte[] mac = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            mac[i] = (byte) Integer.parseInt(parts[i], 16);
        }
        return mac;
    }
}

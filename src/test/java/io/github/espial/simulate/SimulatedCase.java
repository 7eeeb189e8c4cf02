package io.github.espial.simulate;

import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.capture.pcapng.PcapngBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A drawn network as it lies on someone's desk, with the truth.
 *
 * @param seed that drew it
 */
record SimulatedCase(long seed, Network network, List<CapturedFrame> frames, Truth truth) {
    private static final long MICROS = 1_000_000;

    SimulatedCase {
        frames = List.copyOf(frames);
    }

    static SimulatedCase of(long seed) {
        Dice dice = new Dice(seed);
        Network network = NetworkDraw.draw(dice);
        Wire wire = new Wire(dice, network.tap(), network.pace());
        Witness witness = new Witness();
        Traffic.play(network, dice, wire, witness);
        List<CapturedFrame> frames = wire.frames().stream()
                .sorted(Comparator.comparingLong(CapturedFrame::micros))
                .toList();
        return new SimulatedCase(seed, network, frames, Truth.of(network, witness));
    }

    /** Writes captures and words of the machine into {@code folder}, which is made. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        switch (network.tap().writes()) {
            case PCAP -> Files.write(folder.resolve("capture.pcap"), pcap(frame -> true));
            case PCAPNG -> Files.write(folder.resolve("capture.pcapng"), pcapng());
            case SEVERAL -> {
                Files.write(folder.resolve("eth0.pcap"), pcap(frame -> frame.link() == 0));
                Files.write(folder.resolve("eth1.pcap"), pcap(frame -> frame.link() == 1));
            }
        }
        if (network.tells()) {
            MachineWords words = new MachineWords(network.server());
            Files.writeString(folder.resolve("ip-route.txt"), words.routes());
            Files.writeString(folder.resolve("ip-addr.txt"), words.addresses());
        }
    }

    private byte[] pcap(Predicate<CapturedFrame> which) {
        PcapBuilder file = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN);
        frames.stream()
                .filter(which)
                .forEach(frame -> file.record(
                        frame.micros() / MICROS,
                        frame.micros() % MICROS,
                        frame.octets().length,
                        frame.length(),
                        frame.octets()));
        return file.toOctets();
    }

    private byte[] pcapng() {
        PcapngBuilder file = new PcapngBuilder(ByteOrder.LITTLE_ENDIAN);
        for (Card card : network.server().cards()) {
            file.interfaceOf(1, 0, options -> options.text(2, "eth" + card.link()));
        }
        for (CapturedFrame frame : frames) {
            file.enhanced(
                    frame.link(), frame.micros(), frame.octets().length, frame.length(), frame.octets(), options -> {});
        }
        return file.toOctets();
    }
}

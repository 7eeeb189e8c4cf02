package io.github.espial.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.file.ContextReader;
import io.github.espial.ike.IkeStories;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Hop;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.SeenFrame;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.IkeView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever IKE messages hold, their story is told, with keys and without. An input is messages one after the other: an
 * octet that tells the sender, two of the length, the message from its header on.
 */
class IkeFuzzTest {
    private static final Hop HOP = new Hop(new Hop.Point(0, 0), Optional.empty(), Optional.empty(), List.of());
    private static final IpAddress ONE = IpAddress.parse("192.0.2.10");
    private static final IpAddress OTHER = IpAddress.parse("198.51.100.20");
    private static final int HEAD = 3;
    private static final List<String> CASES = List.of("misrouted-ikev2", "ikev1-3des", "rekey-and-fix", "l2tp-ipsec");
    /** Read once: the logs take longer than all that is tried with them. */
    private static final List<IkeKeyEntry> KEYS = keys();

    @MethodSource
    @FuzzTest(maxDuration = "10m")
    void messages(byte[] input) throws Exception {
        List<IkeMessage> messages = read(Work.bounded(input));
        IkeStories closed = IkeStories.of(messages, List.of());
        IkeStories opened = IkeStories.of(messages, KEYS);

        assertThat(closed.notes()).isEmpty();
        assertThat(opened.sas()).hasSameSizeAs(closed.sas());
        assertThat(IkeStories.of(messages, KEYS)).isEqualTo(opened);
        opened.sas()
                .forEach(sa -> sa.children()
                        .forEach(child -> child.initiator().selectors().forEach(selector -> selector.prefixes())));
    }

    static Stream<byte[]> messages() throws Exception {
        List<byte[]> inputs = new ArrayList<>();
        for (String name : CASES) {
            inputs.add(written(captured(name)));
        }
        byte[] first = inputs.get(0);
        for (int at = 0; at < first.length; at += 97) {
            byte[] damaged = first.clone();
            damaged[at] ^= (byte) 0xff;
            inputs.add(damaged);
        }
        return inputs.stream();
    }

    private static List<IkeKeyEntry> keys() {
        List<IkeKeyEntry> keys = new ArrayList<>();
        for (String name : CASES) {
            try {
                keys.addAll(ContextReader.read(Path.of("testdata", name, "charon-srv.log"))
                        .entries()
                        .ikeKeys());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(keys);
    }

    private static List<IkeMessage> captured(String name) throws Exception {
        List<CaptureSource> sources = List.of(CaptureSource.file(Path.of("testdata", name, "capture.pcap")));
        return CaseScan.of(sources, Reading.USUAL).observations().ikeMessages();
    }

    private static byte[] written(List<IkeMessage> messages) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        for (IkeMessage message : messages) {
            byte[] octets = new byte[message.length()];
            message.octets().get(0, octets);
            input.write(message.source().equals(ONE) ? 0 : 1);
            input.write(octets.length >>> Byte.SIZE);
            input.write(octets.length);
            input.writeBytes(octets);
        }
        return input.toByteArray();
    }

    private static List<IkeMessage> read(byte[] input) {
        List<IkeMessage> messages = new ArrayList<>();
        ByteBuffer octets = ByteBuffer.wrap(input);
        while (octets.remaining() >= HEAD + IkeView.HEADER_LENGTH) {
            boolean isFirst = (octets.get() & 1) == 0;
            int stated = Short.toUnsignedInt(octets.getShort());
            byte[] message = new byte[Math.min(octets.remaining(), Math.max(stated, IkeView.HEADER_LENGTH))];
            octets.get(message);
            messages.add(new IkeMessage(
                    new SeenFrame(new FrameReference(0, messages.size() + 1L), messages.size(), message.length),
                    HOP,
                    isFirst ? ONE : OTHER,
                    500,
                    isFirst ? OTHER : ONE,
                    500,
                    ByteBuffer.wrap(message)));
        }
        return messages;
    }
}

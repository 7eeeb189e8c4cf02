package io.github.espial.redact.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.KeptFrames;
import io.github.espial.dissect.Content;
import io.github.espial.dissect.Dissector;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.MacAddress;
import io.github.espial.redact.mapping.Mapping;
import io.github.espial.redact.mapping.RedactionKey;
import io.github.espial.store.FrameDisguise;
import io.github.espial.wire.RandomFrames;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is judged by is the same in a redacted frame, whole, cut, or damaged. */
class DissectedAlikeTest {
    private static final RedactionKey KEY = RedactionKey.of("a key for tests only".getBytes(StandardCharsets.UTF_8));
    private static final int FRAMES = 3000;

    private final Mapping mapping = Mapping.of(KEY);
    private final FrameDisguise disguise = new CaseDisguise(KEY).frames();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void wholeFrames(long seed) {
        hold(seed, (random, frame) -> frame);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void cutFrames(long seed) {
        RandomFrames cuts = new RandomFrames(seed);
        hold(seed, (random, frame) -> cuts.cut(frame));
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11, 12})
    void damagedFrames(long seed) {
        RandomFrames damages = new RandomFrames(seed);
        hold(seed, (random, frame) -> damages.damage(frame));
    }

    private void hold(long seed, BinaryOperator<byte[]> change) {
        RandomFrames random = new RandomFrames(seed);
        for (int i = 0; i < FRAMES; i++) {
            byte[] whole = random.next();
            byte[] frame = change.apply(whole, whole);
            byte[] twin = new byte[frame.length];
            disguise.disguise(ByteBuffer.wrap(frame), 0, frame.length, LinkTypes.ETHERNET, ByteBuffer.wrap(twin));
            assertThat(judged(twin, false))
                    .as("frame %d of seed %d: %s", i, seed, Arrays.toString(frame))
                    .isEqualTo(judged(frame, true));
        }
    }

    /** What a frame is judged by; of the original, with addresses as they are redacted. */
    private List<Object> judged(byte[] frame, boolean isOriginal) {
        Dissector dissector = new Dissector(new UdpPairs());
        Content content = dissector.dissect(KeptFrames.frame(LinkTypes.ETHERNET, frame));
        boolean isProtected = content == Content.ESP || content == Content.UDP_ESP || content == Content.AH;
        return List.of(
                content,
                content == Content.MALFORMED ? dissector.fault() : "",
                content == Content.MALFORMED ? dissector.faultOctet() : 0,
                dissector.opaque(),
                dissector.segment(),
                dissector.ipVersion(),
                dissector.ipVersion() == 0 ? 0 : dissector.protocol(),
                dissector.ipVersion() == 0 ? 0 : dissector.hopLimit(),
                isProtected ? dissector.spi() + "/" + dissector.sequenceNumber() : "",
                mac(dissector.sourceMac(), isOriginal),
                dissector.ipVersion() == 4 ? source(dissector, isOriginal) : 0);
    }

    private int source(Dissector dissector, boolean isOriginal) {
        int address = (int) dissector.sourceLow();
        return isOriginal ? mapping.addresses().of(address) : address;
    }

    private long mac(long mac, boolean isOriginal) {
        return isOriginal && mac != MacAddress.NONE ? mapping.macs().of(mac) : mac;
    }
}

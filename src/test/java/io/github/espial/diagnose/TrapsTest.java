package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.capture.pcapng.PcapngBuilder;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.infer.Statements;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.LinkTypes;
import io.github.espial.observe.tally.PointTally;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What occurs in captures of the wild and must mislead neither the reading nor the verdict. */
class TrapsTest {
    private static final long OUT = 0xc0c86871L;
    private static final int FRAMES = 3;
    private static final long TIME = 1_700_000_000_000_000L;

    @ParameterizedTest
    @EnumSource
    void espInAnIcmpErrorIsNoEsp(LabNetwork network) throws CaptureException, InterruptedException {
        byte[] error = FrameBuilder.ethernet(RT1.mac(), SERVER.mac())
                .ip(network.addressOf(RT1), network.addressOf(SERVER))
                .tooLarge(1400)
                .quoting(
                        FrameBuilder.bare()
                                .ip(network.addressOf(SERVER), network.addressOf(PEER))
                                .esp(OUT, 1)
                                .payload(80),
                        60)
                .octets();
        CaseScan scan = scan(pcap(error, error));

        assertThat(scan.observations().sas()).isEmpty();
        assertThat(scan.observations().ipsecTalks()).isEmpty();
        assertThat(report(scan).verdict()).isEqualTo(Verdict.NO_IPSEC);
    }

    @ParameterizedTest
    @EnumSource
    void chainsOfThousandsOfAuthenticationHeadersEnd(LabNetwork network) throws CaptureException, InterruptedException {
        FrameBuilder chain =
                FrameBuilder.ethernet(SERVER.mac(), RT1.mac()).ip(network.addressOf(SERVER), network.addressOf(PEER));
        for (int i = 0; i < 2_000; i++) {
            chain.ah(OUT + i, 1);
        }
        CaseScan scan = scan(pcap(chain.payload(8).octets()));

        assertThat(scan.observations().sas()).singleElement().satisfies(sa -> {
            assertThat(sa.spi().value()).isEqualTo(OUT);
            assertThat(sa.span().frames()).isEqualTo(1);
        });
        assertThat(report(scan).verdict()).isNotEqualTo(Verdict.NO_IPSEC);
    }

    /** The length counts words less two (RFC 4302 §2.2): 0 stands for 8 octets, which end before the sequence number. */
    @ParameterizedTest
    @EnumSource
    void authenticationHeadersOfLengthZeroAreMalformed(LabNetwork network)
            throws CaptureException, InterruptedException {
        byte[] packet = FrameBuilder.ethernet(SERVER.mac(), RT1.mac())
                .ip(network.addressOf(SERVER), network.addressOf(PEER))
                .protocol(IpProtocols.AH)
                .payload(new byte[] {(byte) IpProtocols.AH, 0, 0, 0, 0, 0, 1, 0})
                .payload(new byte[800])
                .octets();
        CaseScan scan = scan(pcap(packet));

        assertThat(scan.observations().sas()).isEmpty();
        assertThat(scan.observations().points())
                .extracting(PointTally::malformed)
                .containsExactly(1L);
    }

    @Test
    void readsLinkTypesWithFlagBits() throws CaptureException, InterruptedException {
        PcapBuilder file = PcapBuilder.version2(ByteOrder.LITTLE_ENDIAN, 4, 65_535, 0x5400_0001L);
        CaseScan scan = scan(file.frame(1, 0, esp(1)).toOctets());

        assertThat(scan.observations().points())
                .extracting(PointTally::linkType)
                .containsExactly(LinkTypes.ETHERNET);
        assertThat(scan.observations().sas()).hasSize(1);
    }

    /** Which the format says is read like 1.0 (draft-ietf-opsawg-pcapng §4.1). */
    @Test
    void readsPcapngSectionsOfMinorVersionTwo() throws CaptureException, InterruptedException {
        byte[] section = new PcapngBuilder(ByteOrder.BIG_ENDIAN).toOctets();
        section[15] = 2;
        PcapngBuilder file =
                PcapngBuilder.empty(ByteOrder.BIG_ENDIAN).raw(section).ethernet();
        CaseScan scan = scan(file.frame(0, TIME, esp(1)).toOctets());

        assertThat(scan.captures().get(0).problems()).isEmpty();
        assertThat(scan.observations().sas()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void readsOnBehindCustomBlocks(CustomBlock block) throws CaptureException, InterruptedException {
        PcapngBuilder file =
                new PcapngBuilder(ByteOrder.LITTLE_ENDIAN).ethernet().frame(0, TIME, esp(1));
        for (int i = 0; i < FRAMES; i++) {
            file.block(block.type, new byte[] {1, 2, 3, 4, 5, 6, 7});
        }
        CaseScan scan = scan(file.frame(0, TIME + 9, esp(2)).toOctets());

        assertThat(scan.captures().get(0).frames()).isEqualTo(2);
        assertThat(scan.captures().get(0).problems()).isEmpty();
        assertThat(scan.observations().sas())
                .singleElement()
                .satisfies(sa -> assertThat(sa.sequence().highest()).isEqualTo(2));
    }

    /** libpcap refuses such a file as a whole. */
    @Test
    void readsInterfacesThatDifferInSnapLengthAndLinkType() throws CaptureException, InterruptedException {
        byte[] whole = esp(1);
        byte[] packet = Arrays.copyOfRange(whole, 14, whole.length);
        byte[] file = new PcapngBuilder(ByteOrder.BIG_ENDIAN)
                .interfaceOf(LinkTypes.ETHERNET, 64, options -> {})
                .interfaceOf(LinkTypes.RAW, 128, options -> {})
                .interfaceOf(LinkTypes.ETHERNET, 0, options -> {})
                .enhanced(0, TIME, 64, whole.length, Arrays.copyOf(whole, 64), options -> {})
                .frame(1, TIME + 1, packet)
                .frame(2, TIME + 2, esp(2))
                .interfaceOf(LinkTypes.IPV4, 96, options -> {})
                .enhanced(3, TIME + 3, 96, packet.length, Arrays.copyOf(packet, 96), options -> {})
                .toOctets();
        CaseScan scan = scan(file);

        assertThat(scan.captures().get(0).frames()).isEqualTo(4);
        assertThat(scan.captures().get(0).problems()).isEmpty();
        assertThat(scan.captures().get(0).interfaces())
                .extracting(CaptureInterface::linkType)
                .containsExactly(LinkTypes.ETHERNET, LinkTypes.RAW, LinkTypes.ETHERNET, LinkTypes.IPV4);
        assertThat(scan.observations().sas()).hasSize(4);
    }

    /** As a firewall's own monitor writes them: the interface and where in the firewall, in place of both MACs. */
    @ParameterizedTest
    @EnumSource
    void wordsInPlaceOfMacsAreNoNextHops(LabNetwork network) throws CaptureException, InterruptedException {
        byte[] ike = betweenWords(network)
                .udp(500, 500)
                .ikev2(34, 1, 0, 0x08, 0)
                .payload(80)
                .octets();
        byte[] esp = betweenWords(network).esp(OUT, 1).payload(80).octets();
        CaseScan scan = scan(pcap(ike, esp));

        assertThat(scan.observations().ipsecTalks()).hasSize(2).allSatisfy(talk -> {
            assertThat(talk.hop().source()).isEmpty();
            assertThat(talk.hop().destination()).isEmpty();
        });
        CaseReport report = report(scan);
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.findings()).extracting(Finding::id).contains("no-link-addresses");
    }

    /** "i0eth3" for a destination, "\0\0" and "00f0" for a source. */
    private static FrameBuilder betweenWords(LabNetwork network) {
        return FrameBuilder.ethernet("00:00:30:30:66:30", "69:30:65:74:68:33")
                .ip(network.addressOf(SERVER), network.addressOf(PEER));
    }

    /** Blocks that a reader may not know. */
    enum CustomBlock {
        TO_BE_COPIED(0xBADL),
        NOT_TO_BE_COPIED(0x4000_0BADL),
        LOCAL(0x8000_0001L);

        private final long type;

        CustomBlock(long type) {
            this.type = type;
        }
    }

    private static byte[] esp(long sequenceNumber) {
        return FrameBuilder.ethernet(SERVER.mac(), RT2.mac())
                .ip(SERVER.ipv4(), PEER.ipv4())
                .esp(OUT, sequenceNumber)
                .payload(80)
                .octets();
    }

    private static byte[] pcap(byte[]... frames) {
        PcapBuilder file = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN);
        for (byte[] frame : frames) {
            file.frame(TIME / 1_000_000, 0, frame);
        }
        return file.toOctets();
    }

    private static CaseScan scan(byte[] file) throws CaptureException, InterruptedException {
        return CaseScan.of(List.of(new CaptureSource.OfStream(new ByteArrayInputStream(file), "trap")), Reading.USUAL);
    }

    private static CaseReport report(CaseScan scan) {
        return Diagnosis.of(scan, Statements.NONE, Checks.all());
    }
}

package io.github.espial.ike;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.Secret;
import io.github.espial.observe.IkeMessage;
import io.github.espial.wire.IkePayloads;
import io.github.espial.wire.IkeView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryTest {
    private static final String WINDOWS = "1e2b516905991c7d7c96fcbfb587e461";
    private static final Path TESTDATA = Path.of("testdata");

    @ParameterizedTest
    @CsvSource({
        "00000002, Windows 2000",
        "00000003, Windows XP",
        "00000004, Windows Server 2003 or XP SP2",
        "00000005, Windows Vista",
        "00000063, 'Windows, version 99'"
    })
    void tellsWindowsByItsVendorId(String version, String platform) {
        IkeSa sa = new Messages()
                .version1(true, IkeView.V1_MAIN_MODE, 0, 0, IkePayloads.V1_VENDOR_ID, "00 00 0018" + WINDOWS + version)
                .story();

        assertThat(sa.productOf(Messages.INITIATOR).map(Vendor.Product::name)).contains(platform);
        assertThat(sa.productOf(Messages.RESPONDER)).isEmpty();
        assertThat(sa.vendors()).extracting(Vendor::name).containsExactly("MS NT5 ISAKMPOAKLEY");
    }

    @ParameterizedTest
    @CsvSource({
        "4a131c81070358455c5728f20e95452f, RFC 3947",
        "90cb80913ebb696e086381b5ec427b1f, draft-ietf-ipsec-nat-t-ike-02",
        "afcad71368a1f1c96b8696fc77570100, dead peer detection (RFC 3706)",
        "09002689dfd6b712, XAUTH",
        "12f5f28c457168a9702d9fe274cc0204, Cisco Unity",
        "882fe56d6fd20dbc2251613b2ebe5beb, strongSwan",
        "4048b7d56ebce88525e7de7f00d6c2d380000000, FRAGMENTATION",
        "0000000000000000, 0000000000000000"
    })
    void namesVendorIds(String octets, String name) {
        assertThat(VendorNames.of(Messages.INITIATOR, Chunk.of(HexFormat.of().parseHex(octets)))
                        .name())
                .isEqualTo(name);
    }

    @Test
    void tellsRolesTimesAndRetransmissions() {
        Messages messages = new Messages()
                .version2(true, IkeView.V2_IKE_SA_INIT, 0, IkePayloads.V2_NONCE, "00 00 0008 01020304")
                .version2(true, IkeView.V2_IKE_SA_INIT, 0, IkePayloads.V2_NONCE, "00 00 0008 01020304")
                .version2(false, IkeView.V2_IKE_SA_INIT, 0, IkePayloads.V2_NOTIFY, "00 00 0008 00 00 000e");
        IkeSa sa = messages.story();

        assertThat(sa.version()).isEqualTo(2);
        assertThat(sa.initiator().address()).isEqualTo(Messages.INITIATOR);
        assertThat(sa.responder().address()).isEqualTo(Messages.RESPONDER);
        assertThat(sa.spis()).isEqualTo("0x1122334455667788_i 0x8877665544332211_r");
        assertThat(sa.dialogue().exchanges()).singleElement().satisfies(exchange -> {
            assertThat(exchange.kind()).hasToString("IKE_SA_INIT");
            assertThat(exchange.course().messages()).isEqualTo(2);
            assertThat(exchange.course().retransmissions()).isEqualTo(1);
            assertThat(exchange.course().isAnswered()).isTrue();
            assertThat(exchange.lastNanos() - exchange.firstNanos()).isEqualTo(2_000_000_000);
        });
        assertThat(sa.dialogue().notices()).singleElement().satisfies(notice -> {
            assertThat(notice.name()).isEqualTo("NO_PROPOSAL_CHOSEN");
            assertThat(notice.sender()).isEqualTo(Messages.RESPONDER);
            assertThat(notice.isError()).isTrue();
            assertThat(notice.isEncrypted()).isFalse();
        });
        assertThat(sa.dialogue().access()).isEqualTo(IkeSa.Access.NOTHING_ENCRYPTED);
    }

    @Test
    void readsNotifiesOfVersion1() {
        IkeSa sa = new Messages()
                .version1(true, IkeView.V1_MAIN_MODE, 0, 0, IkePayloads.V1_NONCE, "00 00 0008 01020304")
                .version1(
                        false, IkeView.V1_INFORMATIONAL, 0, 7, IkePayloads.V1_NOTIFY, "00 00 000c 00000001 01 00 0012")
                .story();

        assertThat(sa.dialogue().notices()).extracting(Notice::name).containsExactly("INVALID_ID_INFORMATION");
    }

    @Test
    void endsAnAbsurdChainAndTellsTheRest() {
        IkeSa sa = new Messages()
                .version2(true, IkeView.V2_IKE_SA_INIT, 0, IkePayloads.V2_NOTIFY, "29 00 0008 00 00 4006 29 00 0000")
                .version2(false, IkeView.V2_IKE_SA_INIT, 0, IkePayloads.V2_SA, "21 00 0003")
                .story();

        assertThat(sa.dialogue().notices()).extracting(Notice::name).containsExactly("COOKIE");
        assertThat(sa.dialogue().exchanges()).hasSize(1);
    }

    /** With other keys of the right lengths. */
    @Test
    void saysOfAWrongKeyWhyItIsWrong() throws Exception {
        Path folder = TESTDATA.resolve("misrouted-ikev2");
        List<IkeKeyEntry> wrong = new ArrayList<>();
        for (IkeKeyEntry key : LabStories.keys(folder)) {
            IkeKeyEntry.Version2 entry = (IkeKeyEntry.Version2) key;
            wrong.add(new IkeKeyEntry.Version2(
                    entry.dialect(),
                    entry.line(),
                    entry.initiatorSpi(),
                    entry.responderSpi(),
                    new IkeKeyEntry.Algorithms(
                            entry.algorithms().encryption(),
                            entry.algorithms().integrity(),
                            entry.algorithms().pseudoRandom()),
                    entry.skD(),
                    entry.responder(),
                    entry.initiator()));
        }
        IkeStories stories = LabStories.of(folder, wrong);

        assertThat(stories.childKeys()).isEmpty();
        assertThat(stories.sas()).singleElement().satisfies(sa -> {
            assertThat(sa.dialogue().access()).isEqualTo(IkeSa.Access.KEY_REFUSED);
            assertThat(sa.children()).isEmpty();
        });
        assertThat(stories.notes())
                .singleElement()
                .asString()
                .startsWith("what was inside IKE SA 0x")
                .endsWith("(192.0.2.10 > 198.51.100.20): the key given does not open it (ICV mismatch in 4 of 4"
                        + " messages)");
    }

    @Test
    void saysOfAWrongKeyOfVersion1WhyItIsWrong() throws Exception {
        Path folder = TESTDATA.resolve("ikev1-3des");
        List<IkeMessage> messages = LabStories.messages(LabStories.capture(folder));
        long cookie = messages.get(0).octets().getLong(0);
        IkeStories stories = IkeStories.of(messages, List.of(version1(cookie, new byte[24])));
        IkeStories tooShort = IkeStories.of(messages, List.of(version1(cookie, new byte[16])));

        assertThat(stories.sas().get(0).children()).isEmpty();
        assertThat(stories.notes())
                .singleElement()
                .asString()
                .contains("the key given does not open it (inner octets are no payloads in 8 of 8 messages)");
        assertThat(tooShort.notes())
                .singleElement()
                .asString()
                .contains("(the key does not have a length that 3DES-CBC takes)");
    }

    @Test
    void saysWhichIkeSaHasNoKey() throws Exception {
        IkeStories stories =
                LabStories.of(TESTDATA.resolve("misrouted-ikev2"), LabStories.keys(TESTDATA.resolve("rekey-and-fix")));

        assertThat(stories.sas().get(0).dialogue().access()).isEqualTo(IkeSa.Access.NO_KEY);
        assertThat(stories.notes()).singleElement().asString().endsWith(": no key was given for it");
    }

    @Test
    void seesThatThereIsNoNat() throws Exception {
        assertThat(LabStories.of(TESTDATA.resolve("misrouted-ikev2"), List.of())
                        .sas()
                        .get(0)
                        .nat())
                .isEqualTo(new Nat(true, false, false));
        assertThat(LabStories.of(TESTDATA.resolve("ikev1-3des"), List.of())
                        .sas()
                        .get(0)
                        .nat())
                .isEqualTo(new Nat(true, false, false));
    }

    /** The lab's gateway says so to have ESP put into UDP. */
    @Test
    void seesThatAPeerClaimsToBeBehindANat() throws Exception {
        Nat nat =
                LabStories.of(TESTDATA.resolve("nat-t"), List.of()).sas().get(0).nat();

        assertThat(nat.isChecked()).isTrue();
        assertThat(nat.initiator() || nat.responder()).isTrue();
    }

    private static IkeKeyEntry version1(long cookie, byte[] key) {
        return new IkeKeyEntry.Version1(
                KeyDialect.WIRESHARK,
                1,
                OptionalLong.of(cookie),
                Optional.empty(),
                Secret.of(key),
                Optional.empty(),
                Optional.empty());
    }
}

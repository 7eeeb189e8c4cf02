package io.github.espial.esp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.wire.OctetText;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClearSearchTest {
    private static final byte[] SYN = OctetText.octets("""
            4500003069a6400080062690c0a801029389155e  IPv4
            0a9e008b2dc57ee0000000007002400020bf0000020405b401010402  TCP
            """);

    private static final byte[] KEY = new byte[] {1, 2, 3};

    @ParameterizedTest
    @CsvSource({"HmacSHA1, 12", "HmacSHA256, 16", "HmacSHA384, 24", "HmacSHA512, 32"})
    void findsTheIcvLength(String hmac, int icvLength) throws GeneralSecurityException {
        ClearSearch search = new ClearSearch();
        for (int number = 1; number <= 20; number++) {
            take(search, new EspBuilder().inner(SYN, 4).sequenceNumber(number).hmac(hmac, KEY, icvLength));
        }
        assertThat(search.layout()).contains(new Layout(0, 4, icvLength));
    }

    @Test
    void findsTransportMode() throws GeneralSecurityException {
        byte[] tcp = new byte[SYN.length - 20];
        System.arraycopy(SYN, 20, tcp, 0, tcp.length);
        ClearSearch search = new ClearSearch();
        take(search, new EspBuilder().inner(tcp, 6).hmac("HmacSHA1", KEY, 12));
        assertThat(search.layout()).contains(new Layout(0, 4, 12));
    }

    @Test
    void findsTheIvOfGmac() {
        ByteBuffer packet = OctetText.buffer("""
                00004321 00000007 0000000000000000
                45000030da3a00008001df3bc0a80005c0a800010800c6cd0200070061626364
                65666768696a6b6c6d6e6f707172737401020201
                f2a9a836e155106aa8dcd618e4099aaa
                """);
        // The trailer of this vector says ICMP; a sender in tunnel mode says IPv4.
        packet.put(packet.capacity() - 17, (byte) 4);
        ClearSearch search = new ClearSearch();
        search.take(packet, 0, packet.capacity());
        assertThat(search.layout()).contains(new Layout(8, 4, 16));
    }

    @Test
    void doesNotTakeCiphertextForClear() {
        Random random = new Random(4);
        ClearSearch whole = new ClearSearch();
        for (int association = 0; association < 2_000; association++) {
            ClearSearch search = new ClearSearch();
            for (int packet = 0; packet < 5; packet++) {
                byte[] octets = new byte[8 + 4 * (10 + random.nextInt(100))];
                random.nextBytes(octets);
                search.take(ByteBuffer.wrap(octets), 0, octets.length);
            }
            assertThat(search.layout()).isEmpty();
            whole.merge(search);
        }
        assertThat(whole.layout()).isEmpty();
    }

    @Test
    void refusesShortPackets() {
        ClearSearch search = new ClearSearch();
        for (int length = 0; length < 60; length++) {
            search.take(ByteBuffer.allocate(60), 0, length);
        }
        assertThat(search.layout()).isEmpty();
    }

    private static void take(ClearSearch search, EspBuilder builder) throws GeneralSecurityException {
        ByteBuffer packet = builder.build();
        search.take(packet, 0, packet.capacity());
    }
}

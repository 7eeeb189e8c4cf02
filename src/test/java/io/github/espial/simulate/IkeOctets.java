package io.github.espial.simulate;

import io.github.espial.wire.OctetWriter;

/** IKE messages as an observer sees them: the proposal in the clear, all that follows it encrypted. */
final class IkeOctets {
    private static final int SA_INIT = 34;
    private static final int AUTH = 35;
    private static final int INFORMATIONAL = 37;
    private static final int MAIN_MODE = 2;
    private static final int QUICK_MODE = 32;
    private static final int INFORMATIONAL_V1 = 5;

    private final Dice dice;
    private final boolean isVersion1;
    private final long initiator;
    private final long responder;

    IkeOctets(Dice dice, boolean isVersion1) {
        this.dice = dice;
        this.isVersion1 = isVersion1;
        initiator = dice.any64();
        responder = dice.any64();
    }

    /** Exchanges until the first SA is there. */
    int exchanges() {
        return isVersion1 ? 4 : 2;
    }

    /** A message of exchange {@code number}, counted from 0; those after {@link #exchanges()} check liveness. */
    byte[] message(int number, boolean isRequest) {
        return isVersion1 ? version1(number, isRequest) : version2(number, isRequest);
    }

    /** Whether the non-ESP marker stands before messages of that exchange where there is a NAT. */
    boolean isAfterNatDetection(int number) {
        return number > (isVersion1 ? 1 : 0);
    }

    /** The IKE version 2 header (RFC 7296 §3.1). */
    private byte[] version2(int number, boolean isRequest) {
        int exchange = number == 0 ? SA_INIT : number == 1 ? AUTH : INFORMATIONAL;
        byte[] body = number == 0 ? proposal() : encrypted(number == 1 ? 200 : 40);
        return new OctetWriter()
                .u64(initiator)
                .u64(number == 0 && isRequest ? 0 : responder)
                .u8(number == 0 ? 33 : 46)
                .u8(0x20)
                .u8(exchange)
                .u8(isRequest ? 0x08 : 0x20)
                .u32(number)
                .u32(28 + body.length)
                .octets(body)
                .toOctets();
    }

    /** AES-CBC-256, HMAC-SHA2-256-128, PRF and a group of 2048 bits, key exchange and nonce. */
    private byte[] proposal() {
        return new OctetWriter()
                .u8(34)
                .u8(0)
                .u16(48)
                .u8(0)
                .u8(0)
                .u16(44)
                .u8(1)
                .u8(1)
                .u8(0)
                .u8(4)
                .u32(0x0300000cL)
                .u32(0x0100000cL)
                .u32(0x800e0100L)
                .u32(0x03000008L)
                .u32(0x02000005L)
                .u32(0x03000008L)
                .u32(0x0300000cL)
                .u32(0x00000008L)
                .u32(0x0400000eL)
                .u8(40)
                .u8(0)
                .u16(264)
                .u16(14)
                .u16(0)
                .octets(dice.octets(256))
                .u8(0)
                .u8(0)
                .u16(36)
                .octets(dice.octets(32))
                .toOctets();
    }

    private byte[] encrypted(int size) {
        return new OctetWriter()
                .u8(35)
                .u8(0)
                .u16(4 + size)
                .octets(dice.octets(size))
                .toOctets();
    }

    /** The ISAKMP header (RFC 2408 §3.1). */
    private byte[] version1(int number, boolean isRequest) {
        int exchange = number < 3 ? MAIN_MODE : number == 3 ? QUICK_MODE : INFORMATIONAL_V1;
        boolean isEncrypted = number > 1;
        byte[] body = number == 0 ? proposalV1() : isEncrypted ? dice.octets(72) : keyExchangeV1();
        return new OctetWriter()
                .u64(initiator)
                .u64(number == 0 && isRequest ? 0 : responder)
                .u8(number == 0 ? 1 : number == 1 ? 4 : number == 2 ? 5 : 8)
                .u8(0x10)
                .u8(exchange)
                .u8(isEncrypted ? 1 : 0)
                .u32(number < 3 ? 0 : 0x1000L + number)
                .u32(28 + body.length)
                .octets(body)
                .toOctets();
    }

    /** 3DES, SHA-1, pre-shared key, group 2 (RFC 2409 appendix A). */
    private static byte[] proposalV1() {
        return new OctetWriter()
                .u8(0)
                .u8(0)
                .u16(44)
                .u32(1)
                .u32(1)
                .u8(0)
                .u8(0)
                .u16(32)
                .u8(1)
                .u8(1)
                .u8(0)
                .u8(1)
                .u8(0)
                .u8(0)
                .u16(24)
                .u8(1)
                .u8(1)
                .u16(0)
                .u32(0x80010005L)
                .u32(0x80020002L)
                .u32(0x80030001L)
                .u32(0x80040002L)
                .toOctets();
    }

    private byte[] keyExchangeV1() {
        return new OctetWriter()
                .u8(10)
                .u8(0)
                .u16(132)
                .octets(dice.octets(128))
                .u8(0)
                .u8(0)
                .u16(20)
                .octets(dice.octets(16))
                .toOctets();
    }
}

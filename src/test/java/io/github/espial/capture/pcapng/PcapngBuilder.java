package io.github.espial.capture.pcapng;

import io.github.espial.bytes.OrderedOctets;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** Builds a pcapng file, block by block. */
public final class PcapngBuilder {
    private final ByteOrder order;
    private final OrderedOctets octets;

    /** A file that starts with a section in {@code order}. */
    public PcapngBuilder(ByteOrder order) {
        this.order = order;
        this.octets = new OrderedOctets(order);
        section(-1, options -> {});
    }

    private PcapngBuilder(ByteOrder order, OrderedOctets octets) {
        this.order = order;
        this.octets = octets;
    }

    /** A file without anything, not even a section. */
    public static PcapngBuilder empty(ByteOrder order) {
        return new PcapngBuilder(order, new OrderedOctets(order));
    }

    /** Starts a section. */
    public PcapngBuilder section(long length, Consumer<Options> options) {
        return block(0x0A0D0D0AL, body -> {
            body.u32(0x1A2B3C4DL).u16(1).u16(0).u64(length);
            options.accept(new Options(body));
        });
    }

    /** Describes an interface. */
    public PcapngBuilder interfaceOf(int linkType, long snapLength, Consumer<Options> options) {
        return block(1, body -> {
            body.u16(linkType).u16(0).u32(snapLength);
            options.accept(new Options(body));
        });
    }

    /** Describes an Ethernet interface of which nothing is known. */
    public PcapngBuilder ethernet() {
        return interfaceOf(1, 0, options -> {});
    }

    /** Adds a whole frame in an Enhanced Packet Block. */
    public PcapngBuilder frame(int interfaceId, long time, byte[] frame) {
        return enhanced(interfaceId, time, frame.length, frame.length, frame, options -> {});
    }

    /** Adds an Enhanced Packet Block whose lengths say what they like. */
    public PcapngBuilder enhanced(
            long interfaceId, long time, long captured, long original, byte[] frame, Consumer<Options> options) {
        return block(6, body -> {
            body.u32(interfaceId).u32(time >>> 32).u32(time).u32(captured).u32(original);
            body.octets(frame).pad();
            options.accept(new Options(body));
        });
    }

    /** Adds an obsolete Packet Block. */
    public PcapngBuilder obsolete(int interfaceId, int drops, long time, byte[] frame, Consumer<Options> options) {
        return block(2, body -> {
            body.u16(interfaceId)
                    .u16(drops)
                    .u32(time >>> 32)
                    .u32(time)
                    .u32(frame.length)
                    .u32(frame.length);
            body.octets(frame).pad();
            options.accept(new Options(body));
        });
    }

    /** Adds a Simple Packet Block. */
    public PcapngBuilder simple(long original, byte[] frame) {
        return block(3, body -> body.u32(original).octets(frame).pad());
    }

    /** Adds statistics: {@code frames} that an interface dropped. */
    public PcapngBuilder dropped(int interfaceId, long frames) {
        return block(5, body -> {
            body.u32(interfaceId).u64(0);
            new Options(body).u64(5, frames).end();
        });
    }

    /** Adds a block of any type. */
    public PcapngBuilder block(long type, Consumer<OrderedOctets> body) {
        OrderedOctets content = new OrderedOctets(order);
        body.accept(content);
        long length = 12L + content.size();
        octets.u32(type).u32(length).octets(content.toOctets()).u32(length);
        return this;
    }

    /** Adds a block of any type with a body of octets. */
    public PcapngBuilder block(long type, byte[] body) {
        return block(type, content -> content.octets(body).pad());
    }

    /** Adds octets as they are. */
    public PcapngBuilder raw(byte[] value) {
        octets.octets(value);
        return this;
    }

    /** Octets so far. */
    public int size() {
        return octets.size();
    }

    /** The file. */
    public byte[] toOctets() {
        return octets.toOctets();
    }

    /** The options of a block, by code (draft-ietf-opsawg-pcapng §3.5). */
    public static final class Options {
        private final OrderedOctets body;

        Options(OrderedOctets body) {
            this.body = body;
        }

        public Options text(int code, String value) {
            OrderedOctets text = new OrderedOctets(ByteOrder.BIG_ENDIAN).text(value);
            return octets(code, text.toOctets());
        }

        public Options octets(int code, byte[] value) {
            body.u16(code).u16(value.length).octets(value).pad();
            return this;
        }

        public Options u32(int code, long value) {
            body.u16(code).u16(4).u32(value);
            return this;
        }

        public Options u64(int code, long value) {
            body.u16(code).u16(8).u64(value);
            return this;
        }

        public void end() {
            body.u32(0);
        }
    }
}

package io.github.espial.correlate;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.ike.IkeStories;
import io.github.espial.net.Spi;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.Traffic;
import io.github.espial.observe.tally.AddressForm;
import io.github.espial.scan.Envelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be opened of the captures of a case, for whoever has the keys: there are none in it, nor anything made of one.
 * Who got the files of the case makes the same {@link Plans} of it as whoever ordered.
 *
 * @param wanted the SAs to be opened, each of which there are keys for or looks clear
 * @param messages of IKE, where keys are to be derived from them; empty where none are
 * @param pairs UDP end points that carry ESP besides port 4500; left as is
 */
public record OpeningOrder(List<Wanted> wanted, List<IkeMessage> messages, UdpPairs pairs) {
    /** Goes up when anything is written that was not before, or is no longer. */
    static final int VERSION = 1;

    private static final Envelope ENVELOPE = new Envelope("ESPWANT", VERSION, "list of what is to be opened");

    /** Octets that an SA takes at the least. */
    private static final int LEAST_OCTETS = 10;

    private static final long GREATEST_SPI = 0xffff_ffffL;

    public OpeningOrder {
        wanted = List.copyOf(wanted);
        messages = List.copyOf(messages);
    }

    /**
     * An SA.
     *
     * @param looksClear whether it looks as if it encrypts nothing
     */
    public record Wanted(OuterSa sa, boolean looksClear) {}

    /**
     * What to try, with the keys that are in the files of the case.
     *
     * @throws IOException where these are not the keys that the order was made with
     */
    Plans plans(KeysAndPolicies given) throws IOException {
        IkeStories ike = IkeStories.of(messages, given.ikeKeys(), Optional.empty());
        KeyRing keys = new KeyRing(given.with(ike.childKeys()).keys());
        List<Plan> plans = new ArrayList<>();
        for (Wanted one : wanted) {
            Plan plan = Plan.of(one.sa(), keys.keysOf(one.sa()), one.looksClear());
            if (plan.isEmpty()) {
                throw new IOException("there is no key any more for ESP " + one.sa());
            }
            plans.add(plan);
        }
        return new Plans(plans);
    }

    /** How it travels: in an {@link Envelope} the SAs, the messages, and the end points. */
    public byte[] toOctets() {
        try {
            return ENVELOPE.toOctets(out -> {
                FieldWriter to = new FieldWriter(out);
                to.number(wanted.size());
                for (Wanted one : wanted) {
                    to.constant(one.sa().traffic());
                    AddressForm.write(one.sa().source(), to);
                    AddressForm.write(one.sa().destination(), to);
                    to.number(one.sa().spi().value());
                    to.flag(one.looksClear());
                }
                MessageForm.write(messages, to);
                pairs.write(to);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }

    /**
     * Reads what {@link #toOctets} wrote, from octets that may hold anything.
     *
     * @throws IOException where that is none, or of another version; the message is one line
     */
    public static OpeningOrder read(ByteBuffer octets) throws IOException {
        FieldReader from = new FieldReader(ENVELOPE.fields(octets));
        int count = from.count(InnerScan.MOST, LEAST_OCTETS);
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Traffic traffic = from.constant(Traffic.values(), "a kind of traffic");
            from.hold(traffic == Traffic.ESP || traffic == Traffic.UDP_ESP, "an SA of " + traffic);
            OuterSa sa = new OuterSa(
                    traffic, AddressForm.read(from), AddressForm.read(from), new Spi(from.number(GREATEST_SPI)));
            wanted.add(new Wanted(sa, from.flag()));
        }
        List<IkeMessage> messages = MessageForm.read(from);
        UdpPairs pairs = new UdpPairs();
        pairs.read(from);
        from.end();
        from.hold(wanted.stream().map(Wanted::sa).distinct().count() == count, "an SA that comes twice");
        return new OpeningOrder(wanted, messages, pairs);
    }
}

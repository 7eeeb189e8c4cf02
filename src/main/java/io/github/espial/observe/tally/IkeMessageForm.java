package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.observe.table.FirstWord;
import io.github.espial.observe.table.FrameWord;
import java.io.IOException;

/** How a {@link KeptIkeMessage} and its parts stand in a file, without the capture's place in its case. */
final class IkeMessageForm {
    private static final int GREATEST_PORT = 0xffff;
    private static final long GREATEST_LENGTH = 0xffff_ffffL;

    private IkeMessageForm() {}

    static void write(KeptIkeMessage message, FieldWriter to) throws IOException {
        to.number(FrameWord.number(message.frame()));
        to.signed(message.nanos());
        to.number(message.frameLength());
        to.word(FirstWord.at(0, message.point()));
        to.word(message.sourceMac());
        to.word(message.destinationMac());
        to.number(message.sourcePort());
        to.number(message.destinationPort());
        to.flag(message.isFromLower());
        to.octets(message.octets());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param capture the place in its case that the capture now has
     */
    static KeptIkeMessage read(FieldReader from, int capture) throws IOException {
        long number = from.number(FrameWord.GREATEST_NUMBER);
        from.hold(number > 0, "a frame's number");
        long nanos = from.signed();
        long frameLength = from.number(GREATEST_LENGTH);
        long[] link = {FirstWord.at(capture, from.word()), from.word(), from.word()};
        from.hold(HopKey.isMacOrNone(link[1]) && HopKey.isMacOrNone(link[2]), "a MAC");
        int sourcePort = (int) from.number(GREATEST_PORT);
        int destinationPort = (int) from.number(GREATEST_PORT);
        boolean isFromLower = from.flag();
        return new KeptIkeMessage(
                FrameWord.of(capture, number),
                nanos,
                frameLength,
                link,
                sourcePort,
                destinationPort,
                isFromLower,
                from.octets(IkeConversation.MOST));
    }
}

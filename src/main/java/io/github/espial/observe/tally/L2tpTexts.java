package io.github.espial.observe.tally;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.dissect.L2tpPacket;
import io.github.espial.dissect.L2tpPacket.Text;
import io.github.espial.observe.table.Mergeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** What the first of several messages says in words, and of what it does not say, the first that does. */
final class L2tpTexts implements Mergeable<L2tpTexts> {
    private static final Text[] ALL = Text.values();

    private final Map<Text, String> texts = new EnumMap<>(Text.class);

    /** Notes what a message says and none before it said. */
    void take(L2tpPacket message) {
        for (Text text : ALL) {
            if (message.has(text) && !texts.containsKey(text)) {
                message.text(text).ifPresent(words -> texts.put(text, words));
            }
        }
    }

    @Override
    public void merge(L2tpTexts next, long nanos) {
        next.texts.forEach(texts::putIfAbsent);
    }

    @Override
    public void write(FieldWriter to) throws IOException {
        to.number(texts.size());
        for (Map.Entry<Text, String> entry : texts.entrySet()) {
            to.constant(entry.getKey());
            to.text(entry.getValue());
        }
    }

    @Override
    public void read(FieldReader from) throws IOException {
        for (int left = from.count(ALL.length, 2); left > 0; left--) {
            Text text = from.constant(ALL, "a kind of text");
            texts.put(text, from.text());
        }
    }

    Map<Text, String> all() {
        return texts;
    }
}

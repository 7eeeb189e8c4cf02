package io.github.espial.ike;

import io.github.espial.context.IkeKeyEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Finds the keys that may be those of an IKE SA. */
final class KeyChest {
    /** Keys without SPIs that are tried for every IKE SA. */
    private static final int MOST = 16;

    private final Map<Long, List<IkeKeyEntry>> bySpi = new HashMap<>();
    private final List<IkeKeyEntry> withoutSpi = new ArrayList<>();

    private final OpenedReader reader;

    /** @param reader of what the keys open */
    KeyChest(List<IkeKeyEntry> keys, OpenedReader reader) {
        this.reader = reader;
        for (IkeKeyEntry key : keys) {
            OptionalLong spi = initiatorSpi(key);
            if (spi.isPresent()) {
                bySpi.computeIfAbsent(spi.getAsLong(), fresh -> new ArrayList<>())
                        .add(key);
            } else {
                withoutSpi.add(key);
            }
        }
    }

    /** Reads what the keys open. */
    OpenedReader reader() {
        return reader;
    }

    boolean isEmpty() {
        return bySpi.isEmpty() && withoutSpi.isEmpty();
    }

    /** Those of its SPIs, then those that tell none: the keys of an IKE SA that took over from another do not. */
    List<IkeKeyEntry> keysOf(Conversation conversation) {
        List<IkeKeyEntry> keys = new ArrayList<>(bySpi.getOrDefault(conversation.initiatorSpi(), List.of()));
        keys.addAll(withoutSpi);
        keys.removeIf(key -> !isOf(key, conversation));
        return keys.subList(0, Math.min(MOST, keys.size()));
    }

    private static boolean isOf(IkeKeyEntry key, Conversation conversation) {
        if (key instanceof IkeKeyEntry.Version2 version2) {
            OptionalLong responder = version2.responderSpi();
            return conversation.majorVersion() == 2
                    && (responder.isEmpty() || responder.getAsLong() == conversation.responderSpi());
        }
        return conversation.majorVersion() == 1;
    }

    private static OptionalLong initiatorSpi(IkeKeyEntry key) {
        if (key instanceof IkeKeyEntry.Version2 version2) {
            return version2.initiatorSpi();
        }
        return key instanceof IkeKeyEntry.Version1 version1 ? version1.initiatorCookie() : OptionalLong.empty();
    }
}

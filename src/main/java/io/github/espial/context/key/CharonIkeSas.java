package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The IKE SAs of charon's log, by the number that it gives them: one thread may tell the SPIs, and another the keys. */
final class CharonIkeSas {
    private static final Pattern NUMBER = Pattern.compile(".*\\bIKE_SA \\S+\\[(\\d{1,9})\\].*");

    private final ContextNotes notes;
    private final Map<Integer, CharonIkeSa> byNumber = new HashMap<>();
    private final Map<Long, CharonIkeSa> bySpi = new HashMap<>();
    private final List<CharonIkeSa> withSecrets = new ArrayList<>();

    CharonIkeSas(ContextNotes notes) {
        this.notes = notes;
    }

    /** Takes in that {@code text} may tell the number of {@code sa}. */
    void bind(CharonIkeSa sa, String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            CharonIkeSa known = byNumber.putIfAbsent(Integer.valueOf(number.group(1)), sa);
            if (known != null && known != sa) {
                sa.complete(known);
            }
        }
    }

    /** Takes in that nothing more will be told of {@code sa} by the same thread. */
    void finish(CharonIkeSa sa) {
        if (sa.hasSecrets()) {
            withSecrets.add(sa);
        }
        if (!sa.proposal.isEmpty()) {
            sa.initiatorSpi().ifPresent(spi -> bySpi.putIfAbsent(spi, sa));
        }
    }

    /** Notes all keys; the log has ended. */
    void noteAll() {
        for (CharonIkeSa sa : withSecrets) {
            sa.initiatorSpi().stream()
                    .mapToObj(bySpi::get)
                    .filter(Objects::nonNull)
                    .forEach(sa::complete);
            sa.entry().ifPresent(notes::add);
        }
    }
}

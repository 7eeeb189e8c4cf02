package io.github.espial.correlate;

import io.github.espial.context.SaKeyEntry;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.esp.ClearSearch;
import io.github.espial.esp.Layout;
import io.github.espial.esp.OpeningMode;
import io.github.espial.esp.Protection;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the packets of one SA are to be opened.
 *
 * @param keyed with the keys that may be its own
 * @param isSearched whether it looks as if it encrypts nothing: then the attempts after the keyed ones are the layouts of
 *     {@link ClearSearch}, in their order
 */
record Plan(OuterSa sa, List<OpeningMethod> keyed, boolean isSearched) {
    Plan {
        keyed = List.copyOf(keyed);
    }

    static Plan of(OuterSa sa, List<SaKeyEntry> keys, boolean isSearched) {
        List<OpeningMethod> keyed = keys.stream()
                .map(entry -> new OpeningMethod(Protections.of(entry), Protections.mode(entry)))
                .distinct()
                .toList();
        return new Plan(sa, keyed, isSearched);
    }

    boolean isEmpty() {
        return keyed.isEmpty() && !isSearched;
    }

    /** All attempts: those with keys, then those without. */
    List<OpeningMethod> attempts() {
        Stream<OpeningMethod> clear =
                isSearched ? ClearSearch.layouts().stream().map(Plan::clear) : Stream.of();
        return Stream.concat(keyed.stream(), clear).toList();
    }

    /** Which of the attempts takes the packets for unencrypted ones of {@code layout}. */
    int attemptFor(Layout layout) {
        return keyed.size() + ClearSearch.layouts().indexOf(layout);
    }

    private static OpeningMethod clear(Layout layout) {
        return new OpeningMethod(Protection.none(layout), OpeningMode.UNKNOWN);
    }
}

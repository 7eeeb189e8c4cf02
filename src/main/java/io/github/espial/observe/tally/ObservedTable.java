package io.github.espial.observe.tally;

import io.github.espial.observe.FactKind;
import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import java.util.List;
import java.util.function.Function;

/**
 * One of the tables that observations are made of, as all finds it that is done to each of them.
 *
 * @param what its rows are
 * @param <T> the table
 */
record ObservedTable<T extends KeptTable<T>>(FactKind what, Function<Observations, T> in) {
    /** Of these the first are kept, whatever else there is. */
    static final ObservedTable<?> IKE_MESSAGES = new ObservedTable<>(FactKind.IKE_MESSAGES, seen -> seen.ikeMessages);

    /**
     * Every table. Its place here, from 1, is the number of its section where observations are written: whoever adds a
     * table adds it at the end, and raises the version of the files that scans are kept in.
     */
    static final List<ObservedTable<?>> ALL = List.of(
            new ObservedTable<>(FactKind.IPSEC_CONVERSATIONS, seen -> seen.ipsecTalks),
            new ObservedTable<>(FactKind.CONVERSATIONS, seen -> seen.plainTalks),
            new ObservedTable<>(FactKind.SAS, seen -> seen.sas),
            new ObservedTable<>(FactKind.ADDRESS_CLAIMS, seen -> seen.claims),
            new ObservedTable<>(FactKind.IKE_EXCHANGES, seen -> seen.ikeExchanges),
            new ObservedTable<>(FactKind.ICMP_ERRORS, seen -> seen.notices),
            new ObservedTable<>(FactKind.OFFERS, seen -> seen.offers),
            new ObservedTable<>(FactKind.INTERFACES, seen -> seen.points),
            new ObservedTable<>(FactKind.L2TP_MESSAGES, seen -> seen.l2tpTalks),
            IKE_MESSAGES,
            new ObservedTable<>(FactKind.UNREAD_FRAMES, seen -> seen.obstacles));

    void merge(Observations into, Observations next, Placement how) {
        in.apply(into).merge(in.apply(next), how);
    }

    boolean isSampled(Observations seen) {
        return in.apply(seen).isSampled();
    }
}

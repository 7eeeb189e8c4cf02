package io.github.espial.observe;

import io.github.espial.observe.table.KeptTable;
import io.github.espial.observe.table.Placement;
import java.util.List;
import java.util.function.Function;

/**
 * One of the tables that observations are made of, as all finds it that is done to each of them.
 *
 * @param what its rows are, where not all could be kept: a plural noun
 * @param <T> the table
 */
record ObservedTable<T extends KeptTable<T>>(String what, Function<Observations, T> in) {
    /** Of these the first are kept, whatever else there is. */
    static final ObservedTable<?> IKE_MESSAGES = new ObservedTable<>("IKE messages", seen -> seen.ikeMessages);

    /**
     * Every table. Its place here, from 1, is the number of its section where observations are written: whoever adds a
     * table adds it at the end, and raises the version of the files that scans are kept in.
     */
    static final List<ObservedTable<?>> ALL = List.of(
            new ObservedTable<>("IPsec conversations", seen -> seen.ipsecTalks),
            new ObservedTable<>("conversations", seen -> seen.plainTalks),
            new ObservedTable<>("SAs", seen -> seen.sas),
            new ObservedTable<>("address claims", seen -> seen.claims),
            new ObservedTable<>("IKE exchanges", seen -> seen.ikeExchanges),
            new ObservedTable<>("ICMP errors", seen -> seen.notices),
            new ObservedTable<>("DHCP and router offers", seen -> seen.offers),
            new ObservedTable<>("interfaces", seen -> seen.points),
            new ObservedTable<>("L2TP messages", seen -> seen.l2tpTalks),
            IKE_MESSAGES,
            new ObservedTable<>("frames that were not read to their end", seen -> seen.obstacles));

    void merge(Observations into, Observations next, Placement how) {
        in.apply(into).merge(in.apply(next), how);
    }

    boolean isSampled(Observations seen) {
        return in.apply(seen).isSampled();
    }
}

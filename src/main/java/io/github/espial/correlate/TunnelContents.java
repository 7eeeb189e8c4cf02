package io.github.espial.correlate;

import io.github.espial.context.Selector;
import io.github.espial.ike.IkeSa;
import io.github.espial.observe.L2tpTalk;
import java.util.List;

/**
 * What is known of a case's inner packets.
 *
 * @param flows what ESP carried, in no order
 * @param opened SAs whose packets were opened
 * @param networks what is to go to which peer, as policies and SAs state it
 * @param transported what is to go to the peer's own address in SAs of transport mode, as policies state it
 * @param l2tpTalks what L2TP inside ESP tells of its tunnels
 * @param ikeSas who negotiated what, in order of time
 * @param notes what could not be opened, and why; one sentence for each SA, without trailing period
 */
public record TunnelContents(
        List<Flow> flows,
        List<OpenedSa> opened,
        List<InnerNetwork> networks,
        List<Selector> transported,
        List<L2tpTalk> l2tpTalks,
        List<IkeSa> ikeSas,
        List<String> notes) {
    /** Nothing is known. */
    public static final TunnelContents UNKNOWN = new TunnelContents(List.of(), List.of(), List.of(), List.of());

    public TunnelContents {
        flows = List.copyOf(flows);
        opened = List.copyOf(opened);
        networks = List.copyOf(networks);
        transported = List.copyOf(transported);
        l2tpTalks = List.copyOf(l2tpTalks);
        ikeSas = List.copyOf(ikeSas);
        notes = List.copyOf(notes);
    }

    /** What is known where no L2TP is inside ESP, and nobody looked for IKE. */
    public TunnelContents(List<Flow> flows, List<OpenedSa> opened, List<InnerNetwork> networks, List<String> notes) {
        this(flows, opened, networks, List.of(), List.of(), List.of(), notes);
    }

    /** What is stated of inner networks, where no packet was seen. */
    public static TunnelContents stated(KeysAndPolicies given) {
        return new TunnelContents(
                List.of(),
                List.of(),
                InnerNetworks.of(given, List.of()),
                TransportPolicies.of(given.policies()),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same with the story of IKE. */
    public TunnelContents with(List<IkeSa> stories) {
        return new TunnelContents(flows, opened, networks, transported, l2tpTalks, stories, notes);
    }
}

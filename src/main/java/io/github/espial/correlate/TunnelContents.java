package io.github.espial.correlate;

import io.github.espial.context.Selector;
import io.github.espial.correlate.shape.SaShape;
import io.github.espial.ike.IkeSa;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.L2tpTalk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is known of a case's inner packets. */
public final class TunnelContents {
    /** Nothing is known. */
    public static final TunnelContents UNKNOWN = new TunnelContents(List.of(), List.of(), List.of(), List.of());

    private final List<Flow> flows;
    private final List<OpenedSa> opened;
    private final List<InnerNetwork> networks;
    private final List<Selector> transported;
    private final List<L2tpTalk> l2tpTalks;
    private final List<IkeSa> ikeSas;
    private final List<String> notes;
    private final List<SaShape> shapes;
    /** By both ends, the lesser address first. */
    private final Map<List<IpAddress>, List<IkeSa>> ikeSasByEnds = new HashMap<>();

    /**
     * @param flows what ESP carried, in no order
     * @param opened SAs whose packets were opened
     * @param networks what is to go to which peer, as policies and SAs state it
     * @param transported what is to go to the peer's own address in SAs of transport mode, as policies state it
     * @param l2tpTalks what L2TP inside ESP tells of its tunnels
     * @param ikeSas who negotiated what, in order of time
     * @param notes what could not be opened, and why; one sentence for each SA, without trailing period
     */
    public TunnelContents(
            List<Flow> flows,
            List<OpenedSa> opened,
            List<InnerNetwork> networks,
            List<Selector> transported,
            List<L2tpTalk> l2tpTalks,
            List<IkeSa> ikeSas,
            List<String> notes) {
        this(flows, opened, networks, transported, l2tpTalks, ikeSas, notes, List.of());
    }

    private TunnelContents(
            List<Flow> flows,
            List<OpenedSa> opened,
            List<InnerNetwork> networks,
            List<Selector> transported,
            List<L2tpTalk> l2tpTalks,
            List<IkeSa> ikeSas,
            List<String> notes,
            List<SaShape> shapes) {
        this.flows = List.copyOf(flows);
        this.opened = List.copyOf(opened);
        this.networks = List.copyOf(networks);
        this.transported = List.copyOf(transported);
        this.l2tpTalks = List.copyOf(l2tpTalks);
        this.ikeSas = List.copyOf(ikeSas);
        this.notes = List.copyOf(notes);
        this.shapes = List.copyOf(shapes);
        for (IkeSa sa : this.ikeSas) {
            ikeSasByEnds
                    .computeIfAbsent(
                            ends(sa.initiator().address(), sa.responder().address()), key -> new ArrayList<>())
                    .add(sa);
        }
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
        return new TunnelContents(flows, opened, networks, transported, l2tpTalks, stories, notes, shapes);
    }

    /** The same with other flows. */
    TunnelContents withFlows(List<Flow> others) {
        return new TunnelContents(others, opened, networks, transported, l2tpTalks, ikeSas, notes, shapes);
    }

    /** The same, and why something could not be opened. */
    public TunnelContents noting(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new TunnelContents(flows, opened, networks, transported, l2tpTalks, ikeSas, all, shapes);
    }

    /** The same, and what SAs look like. */
    public TunnelContents withShapes(List<SaShape> others) {
        return new TunnelContents(flows, opened, networks, transported, l2tpTalks, ikeSas, notes, others);
    }

    /** What ESP carried, in no order. */
    public List<Flow> flows() {
        return flows;
    }

    /** SAs whose packets were opened. */
    public List<OpenedSa> opened() {
        return opened;
    }

    /** What is to go to which peer, as policies and SAs state it. */
    public List<InnerNetwork> networks() {
        return networks;
    }

    /** What is to go to the peer's own address in SAs of transport mode, as policies state it. */
    public List<Selector> transported() {
        return transported;
    }

    /** What L2TP inside ESP tells of its tunnels. */
    public List<L2tpTalk> l2tpTalks() {
        return l2tpTalks;
    }

    /** Who negotiated what, in order of time. */
    public List<IkeSa> ikeSas() {
        return ikeSas;
    }

    /** What these two negotiated, whoever began, in order of time. */
    public List<IkeSa> ikeSas(IpAddress one, IpAddress other) {
        return List.copyOf(ikeSasByEnds.getOrDefault(ends(one, other), List.of()));
    }

    /** What could not be opened, and why; one sentence for each SA, without trailing period. */
    public List<String> notes() {
        return notes;
    }

    /** What SAs look like from outside; estimates. */
    public List<SaShape> shapes() {
        return shapes;
    }

    private static List<IpAddress> ends(IpAddress one, IpAddress other) {
        return one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TunnelContents contents
                && contents.flows.equals(flows)
                && contents.opened.equals(opened)
                && contents.networks.equals(networks)
                && contents.transported.equals(transported)
                && contents.l2tpTalks.equals(l2tpTalks)
                && contents.ikeSas.equals(ikeSas)
                && contents.notes.equals(notes)
                && contents.shapes.equals(shapes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(flows, opened, networks, transported, l2tpTalks, ikeSas, notes, shapes);
    }
}

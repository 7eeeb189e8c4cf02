package io.github.espial.redact;

import io.github.espial.context.AddressPattern;
import io.github.espial.context.BareIkeSa;
import io.github.espial.context.ContextEntries;
import io.github.espial.context.ContextProblem;
import io.github.espial.context.CryptoMapAt;
import io.github.espial.context.HostName;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.InterfaceEntry.OwnAddress;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Template;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.RuleEntry;
import io.github.espial.context.RuleEntry.Packets;
import io.github.espial.context.SaCount;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.SaTraits;
import io.github.espial.context.Selector;
import io.github.espial.context.Sightings;
import io.github.espial.context.TunnelDevice;
import io.github.espial.context.WireGuardPeer;
import io.github.espial.context.file.ContextFile;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.redact.mapping.Mapping;
import java.util.Optional;

/**
 * Words of machines under a key. Every entry is built anew of all that it has, so that a new part of one does not compile
 * until it is said what becomes of it. Not thread-safe.
 */
final class RedactedWords {
    private final Mapping mapping;
    private final PlainWords plain;

    RedactedWords(Mapping mapping) {
        this.mapping = mapping;
        this.plain = new PlainWords(mapping);
    }

    ContextFile of(ContextFile file, String name) {
        return new ContextFile(
                name,
                file.outputs(),
                file.hostNames().stream().map(this::of).toList(),
                file.unrecognised(),
                file.unread(),
                of(file.entries()),
                file.problems().stream().map(this::of).toList());
    }

    private HostName of(HostName host) {
        return new HostName(host.line(), plain.host(host.name()));
    }

    private ContextProblem of(ContextProblem problem) {
        return new ContextProblem(problem.line(), plain.problem());
    }

    private ContextEntries of(ContextEntries entries) {
        return new ContextEntries(
                entries.routes().stream().map(this::of).toList(),
                entries.rules().stream().map(this::of).toList(),
                entries.neighbors().stream().map(this::of).toList(),
                entries.interfaces().stream().map(this::of).toList(),
                entries.policies().stream().map(this::of).toList(),
                entries.keys().stream().map(this::of).toList(),
                entries.ikeKeys(),
                of(entries.sightings()));
    }

    private Sightings of(Sightings sightings) {
        return new Sightings(
                sightings.counts().stream().map(this::of).toList(),
                sightings.ownAddresses().stream().map(this::of).toList(),
                sightings.emptyTables().stream().map(plain::table).toList(),
                sightings.bareIkeSas().stream().map(this::of).toList(),
                sightings.wireGuardPeers().stream().map(this::of).toList(),
                sightings.cryptoMaps().stream().map(this::of).toList());
    }

    private CryptoMapAt of(CryptoMapAt map) {
        return new CryptoMapAt(
                map.line(),
                of(map.network()),
                interfaceName(Optional.of(map.device())).orElseThrow(),
                map.isUsed());
    }

    private WireGuardPeer of(WireGuardPeer peer) {
        return new WireGuardPeer(
                peer.line(),
                interfaceName(peer.device()),
                peer.endpoint().map(this::of),
                peer.allowed().stream().map(this::of).toList());
    }

    private BareIkeSa of(BareIkeSa ikeSa) {
        return new BareIkeSa(
                ikeSa.line(), ikeSa.local().map(this::of), ikeSa.remote().map(this::of));
    }

    private SaCount of(SaCount count) {
        return new SaCount(
                count.line(),
                mapping.names().of("tunnel", count.name()),
                count.local().map(this::of),
                count.remote().map(this::of),
                plain.kind(count.unit()),
                count.in(),
                count.out());
    }

    private RouteEntry of(RouteEntry route) {
        Target target = route.target() instanceof Target.Gateway gateway
                ? new Target.Gateway(of(gateway.address()))
                : route.target();
        return new RouteEntry(
                route.line(),
                of(route.destination()),
                target,
                interfaceName(route.interfaceName()),
                route.interfaceAddress().map(this::of),
                route.metric(),
                route.store(),
                route.table().map(plain::table));
    }

    private RuleEntry of(RuleEntry rule) {
        return new RuleEntry(
                rule.line(),
                rule.priority(),
                new Packets(
                        rule.packets().source().map(this::of),
                        rule.packets().destination().map(this::of),
                        rule.packets().conditions().stream()
                                .map(plain::condition)
                                .toList(),
                        rule.packets().inverted()),
                new RuleEntry.Action(
                        rule.action().table().map(plain::table),
                        rule.action().suppressedLength(),
                        rule.action().goesTo(),
                        rule.action().discards()));
    }

    private NeighborEntry of(NeighborEntry neighbor) {
        return new NeighborEntry(
                neighbor.line(),
                of(neighbor.address()),
                neighbor.mac().map(mapping.macs()::of),
                interfaceName(neighbor.interfaceName()),
                neighbor.state().map(plain::state));
    }

    private InterfaceEntry of(InterfaceEntry entry) {
        return new InterfaceEntry(
                entry.line(),
                mapping.names().ofInterface(entry.name()),
                entry.index().map(mapping.names()::ofInterface),
                entry.mac().map(mapping.macs()::of),
                entry.addresses().stream()
                        .map(own -> new OwnAddress(of(own.address()), own.prefixLength()))
                        .toList(),
                entry.gateways().stream().map(this::of).toList(),
                entry.metric(),
                entry.tunnel().map(this::of));
    }

    private TunnelDevice of(TunnelDevice tunnel) {
        return new TunnelDevice(
                plain.kind(tunnel.kind()),
                tunnel.local().map(this::of),
                tunnel.remote().map(this::of),
                tunnel.binding().map(plain::condition),
                tunnel.mtu());
    }

    private PolicyEntry of(PolicyEntry policy) {
        Template template = policy.template();
        return new PolicyEntry(
                policy.line(),
                of(policy.selector()),
                policy.way(),
                policy.action(),
                new Template(
                        template.source().map(this::of),
                        template.destination().map(this::of),
                        template.mode(),
                        template.spi(),
                        template.isShared()),
                interfaceName(policy.tunnelInterface()),
                policy.mark().map(plain::mark),
                policy.standing());
    }

    private SaKeyEntry of(SaKeyEntry key) {
        SaTraits traits = key.traits();
        return new SaKeyEntry(
                key.dialect(),
                key.line(),
                of(key.source()),
                of(key.destination()),
                key.spi(),
                key.encryption(),
                key.integrity(),
                new SaTraits(
                        traits.protocol(),
                        traits.mode(),
                        traits.encapsulation(),
                        traits.selector().map(this::of),
                        traits.extendedSequenceNumbers(),
                        traits.reqid(),
                        traits.replayWindow()));
    }

    /** Bits that count at the beginning are a prefix, and stay one; with gaps between them they match any address. */
    private AddressPattern of(AddressPattern pattern) {
        if (pattern.version() == 0) {
            return pattern;
        }
        IpAddress mask = pattern.mask();
        int bits = Long.bitCount(mask.high()) + Long.bitCount(mask.low());
        IpPrefix ones = IpPrefix.holding(mask.version() == 4 ? IpAddress.ofIpv4(-1) : IpAddress.ofIpv6(-1, -1), bits);
        return ones.address().equals(mask)
                ? new AddressPattern(
                        pattern.version(),
                        of(IpPrefix.holding(pattern.bits(), bits)).address(),
                        mask)
                : AddressPattern.any(pattern.version());
    }

    private Selector of(Selector selector) {
        return new Selector(
                of(selector.source()),
                of(selector.destination()),
                selector.protocol(),
                selector.sourcePort(),
                selector.destinationPort());
    }

    private Optional<String> interfaceName(Optional<String> name) {
        return name.map(mapping.names()::ofInterface);
    }

    private IpAddress of(IpAddress address) {
        return mapping.addresses().of(address);
    }

    private IpPrefix of(IpPrefix prefix) {
        return mapping.addresses().of(prefix);
    }
}

package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Check;
import java.util.List;

/** All checks, in order of id. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new AddressConflict(),
            new AnswersCeased(),
            new AsymmetricPath(),
            new BypassesTunnel(),
            new CaptureDamaged(),
            new CaptureDropped(),
            new CaptureTruncated(),
            new CapturedTwice(),
            new CleartextLeak(),
            new EspLoss(),
            new EspOneWay(),
            new EspRekeyed(),
            new EspReplay(),
            new EspSplitNextHop(),
            new EspWrongNextHop(),
            new GatewayHairpin(),
            new GatewayRedirected(),
            new GatewayRejected(),
            new IkeNoAnswer(),
            new IkeRejected(),
            new IkeRestarts(),
            new IkeWithoutEsp(),
            new L2tpOverIpsec(),
            new L2tpUnprotected(),
            new NatTraversal(),
            new NextHopChanged(),
            new NextHopMacChanged(),
            new NextHopsUnclear(),
            new NoLinkAddresses(),
            new PathMtu(),
            new RouteMissing(),
            new StatementContradicted(),
            new TunnelInItself());

    private Checks() {}

    public static List<Check> all() {
        return ALL;
    }
}

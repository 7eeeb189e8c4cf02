package io.github.espial.routing;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.SaMode;
import io.github.espial.context.TunnelDevice;
import io.github.espial.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What the words tell of tunnels that is no fault, and often the answer to the next question. */
final class TunnelNotes {
    private static final int GRE = 47;

    /** Octets of a packet that every Ethernet takes: a device that takes as many is no narrower than its link. */
    private static final int ETHERNET = 1500;

    private final Map<String, IpAddress> devices;
    private final Map<String, List<String>> notes = new LinkedHashMap<>();

    private TunnelNotes(Map<String, IpAddress> devices) {
        this.devices = devices;
    }

    /**
     * By the name of the file that says it.
     *
     * @param devices the far end of each tunnel interface
     */
    static Map<String, List<String>> of(List<MachineFile> own, Map<String, IpAddress> devices) {
        TunnelNotes all = new TunnelNotes(devices);
        for (MachineFile file : own) {
            all.narrow(file);
            all.gre(file);
        }
        return all.notes;
    }

    static boolean isOfGre(PolicyEntry policy) {
        return policy.selector().protocol().orElse(0) == GRE
                && policy.way() == Way.OUT
                && policy.template().mode().filter(SaMode.TRANSPORT::equals).isPresent();
    }

    /** Tunnel devices that take smaller packets than the link: the way is right, and large packets do not pass. */
    private void narrow(MachineFile file) {
        for (InterfaceEntry card : file.words().entries().interfaces()) {
            OptionalInt mtu = card.tunnel().map(TunnelDevice::mtu).orElse(OptionalInt.empty());
            IpAddress peer = devices.get(card.name());
            if (peer != null && mtu.orElse(ETHERNET) < ETHERNET) {
                note(
                        file,
                        card.name() + ", the tunnel to " + peer + ", takes packets of up to " + mtu.getAsInt()
                                + " octets: larger ones are routed the same way, fragmented after that, and refused where"
                                + " they must not be fragmented");
            }
        }
    }

    /** Without its SA, what is in GRE goes the same way in the clear. */
    private void gre(MachineFile file) {
        Set<String> between = new LinkedHashSet<>();
        for (PolicyEntry policy : file.words().entries().policies()) {
            if (isOfGre(policy)
                    && policy.standing().mayCarry()
                    && policy.template().source().isPresent()
                    && policy.template().destination().isPresent()) {
                between.add(policy.template().source().get() + " and "
                        + policy.template().destination().get());
            }
        }
        if (!between.isEmpty()) {
            note(
                    file,
                    "GRE is protected in transport mode between " + String.join(", ", between)
                            + ": while there is no SA it leaves in the clear, unless a policy holds it");
        }
    }

    private void note(MachineFile file, String text) {
        notes.computeIfAbsent(file.name(), name -> new ArrayList<>()).add(text);
    }
}

package io.github.espial.context;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.Spi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which inner packets go through which tunnel: a policy, or an SA with its traffic selectors.
 *
 * @param line number of the line it begins at, from 1
 * @param template the SA that such packets are to have
 * @param tunnelInterface the routed tunnel interface that the policy is of, by its name or as {@code if_id 0x2a}: a
 *     route into it decides what is protected, and the outer destination decides the way of the ESP
 * @param mark what packets must be marked with, as the file has it, such as {@code 0x2a/0xffffffff}
 * @param standing whether there is a tunnel of it
 */
public record PolicyEntry(
        int line,
        Selector selector,
        Way way,
        Action action,
        Template template,
        Optional<String> tunnelInterface,
        Optional<String> mark,
        Standing standing) {
    /** A policy of which the file does not say whether there is a tunnel. */
    public PolicyEntry(
            int line,
            Selector selector,
            Way way,
            Action action,
            Template template,
            Optional<String> tunnelInterface,
            Optional<String> mark) {
        this(line, selector, way, action, template, tunnelInterface, mark, Standing.UNSTATED);
    }

    /** A policy of which no SA, tunnel interface or mark is known. */
    public PolicyEntry(
            int line,
            Selector selector,
            Way way,
            Action action,
            Optional<IpAddress> tunnelSource,
            Optional<IpAddress> tunnelDestination,
            Optional<SaMode> mode) {
        this(
                line,
                selector,
                way,
                action,
                new Template(tunnelSource, tunnelDestination, mode, Optional.empty()),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The SA that a policy asks for.
     *
     * @param source outer address; empty where not stated
     * @param destination outer address; empty where not stated
     * @param spi of the SA that protected such packets when the file was made; empty where not stated
     * @param isShared whether any SA between the ends will do (level {@code require} of KAME), not one of the policy's own
     */
    public record Template(
            Optional<IpAddress> source,
            Optional<IpAddress> destination,
            Optional<SaMode> mode,
            Optional<Spi> spi,
            boolean isShared) {
        /** A template of which nothing says that other policies may use its SA. */
        public Template(
                Optional<IpAddress> source, Optional<IpAddress> destination, Optional<SaMode> mode, Optional<Spi> spi) {
            this(source, destination, mode, spi, false);
        }

        /** An SA in tunnel mode of which only the ends are known. */
        public static Template tunnel(Optional<IpAddress> source, Optional<IpAddress> destination) {
            return new Template(source, destination, Optional.of(SaMode.TUNNEL), Optional.empty());
        }
    }

    /** Whether there is a tunnel of a policy. */
    public enum Standing {
        /** An SA stands. */
        ACTIVE("active"),
        /** Packets wait for a negotiation. */
        HELD("on hold"),
        /** It is loaded, and there is no SA. */
        DOWN("down"),
        /** A configuration has it. */
        CONFIGURED("configured"),
        UNSTATED("");

        private final String text;

        Standing(String text) {
            this.text = text;
        }

        /** Empty text where nothing is stated. */
        @Override
        public String toString() {
            return text;
        }

        /** Whether packets may be in such a tunnel. */
        public boolean mayCarry() {
            return this == ACTIVE || this == UNSTATED;
        }
    }

    /**
     * A policy that protects what leaves.
     *
     * @param device the routed tunnel interface that it is of, if it is of one
     */
    public static PolicyEntry outbound(
            int line, Selector selector, Template template, Optional<String> device, Standing standing) {
        return new PolicyEntry(line, selector, Way.OUT, Action.PROTECT, template, device, Optional.empty(), standing);
    }

    /** A policy that protects what leaves for each pair of networks of one IP version. */
    public static List<PolicyEntry> outbound(
            int line,
            List<IpPrefix> sources,
            List<IpPrefix> destinations,
            Template template,
            Optional<String> device,
            Standing standing) {
        List<PolicyEntry> policies = new ArrayList<>();
        for (IpPrefix source : sources) {
            for (IpPrefix destination : destinations) {
                if (source.address().version() == destination.address().version()) {
                    policies.add(outbound(line, Selector.between(source, destination), template, device, standing));
                }
            }
        }
        return policies;
    }

    /** The same, standing as stated elsewhere. */
    public PolicyEntry standing(Standing other) {
        return new PolicyEntry(line, selector, way, action, template, tunnelInterface, mark, other);
    }

    /** Whether routes select what it protects: it is of a tunnel interface, or takes all that bears its mark. */
    public boolean isRouted() {
        boolean selectsAll =
                selector.source().isDefault() && selector.destination().isDefault();
        return tunnelInterface.isPresent() || (mark.isPresent() && selectsAll);
    }

    /** Which packets of the machine a policy is for. */
    public enum Way {
        OUT,
        IN,
        FORWARD,
        /** The file does not say: for those that arrive where the tunnel ends at the machine, else for those that leave. */
        UNSTATED
    }

    /** What is done with them. */
    public enum Action {
        PROTECT,
        BYPASS,
        DISCARD
    }
}

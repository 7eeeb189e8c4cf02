package io.github.espial.routing;

import io.github.espial.context.HostName;
import io.github.espial.context.PolicyEntry;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.List;
import java.util.Set;

/**
 * Whose a file is, by all that it states of either end.
 *
 * @param own addresses of the machine
 * @param far addresses of the far ends of its tunnels
 * @param names of the machine
 */
record FileEnds(Set<IpAddress> own, Set<IpAddress> far, List<HostName> names) {
    FileEnds {
        own = Set.copyOf(own);
        far = Set.copyOf(far);
        names = List.copyOf(names);
    }

    /** Whether both name one machine. */
    boolean meets(FileEnds other) {
        return own.stream().anyMatch(other.own::contains)
                || names.stream().anyMatch(name -> other.names.stream().anyMatch(name::mayBe));
    }

    /** Whether they cannot be of one machine: one's far end is the other's own, or they are called otherwise. */
    boolean excludes(FileEnds other) {
        boolean isFar =
                own.stream().anyMatch(other.far::contains) || other.own.stream().anyMatch(far::contains);
        boolean isCalledOtherwise = !names.isEmpty() && !other.names.isEmpty() && !meets(other);
        return isFar || isCalledOtherwise;
    }

    /** The far ends of a policy for what leaves: of the tunnel, and of what a single address is behind it. */
    static void far(PolicyEntry policy, Set<IpAddress> far) {
        policy.template().destination().ifPresent(far::add);
        IpPrefix inner = policy.selector().destination();
        if (inner.equals(IpPrefix.host(inner.address()))) {
            far.add(inner.address());
        }
    }
}

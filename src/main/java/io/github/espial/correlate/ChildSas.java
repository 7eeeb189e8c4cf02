package io.github.espial.correlate;

import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.ike.ChildSa;
import io.github.espial.ike.IkeSa;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the SAs that packets show among those that IKE made. */
public final class ChildSas {
    private final Map<Way, ChildSa> children = new HashMap<>();

    public ChildSas(List<IkeSa> ikeSas) {
        ikeSas.stream().flatMap(sa -> sa.children().stream()).forEach(child -> {
            children.putIfAbsent(Way.of(child.initiator(), child.responder()), child);
            children.putIfAbsent(Way.of(child.responder(), child.initiator()), child);
        });
    }

    /** SPI of the SA in the other direction; empty where IKE did not tell of it. */
    public Optional<Spi> paired(IpAddress source, IpAddress destination, Spi spi) {
        return Optional.ofNullable(children.get(new Way(source, destination, spi)))
                .map(child -> child.responder().address().equals(destination)
                                && child.responder().spi().equals(spi)
                        ? child.initiator().spi()
                        : child.responder().spi());
    }

    /** Why IKE does not tell the keys of an SA; empty where it does, or does not tell of the SA. */
    Optional<String> whyKeyless(OuterSa sa) {
        return Optional.ofNullable(children.get(new Way(sa.source(), sa.destination(), sa.spi())))
                .map(child -> child.keying().toString())
                .filter(why -> !why.isEmpty());
    }

    private record Way(IpAddress source, IpAddress destination, Spi spi) {
        static Way of(ChildSa.End source, ChildSa.End destination) {
            return new Way(source.address(), destination.address(), destination.spi());
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Way way
                    && way.source.equals(source)
                    && way.destination.equals(destination)
                    && way.spi.equals(spi);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * source.hashCode() + destination.hashCode()) + spi.hashCode();
        }
    }
}

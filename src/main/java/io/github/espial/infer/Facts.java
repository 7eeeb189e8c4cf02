package io.github.espial.infer;

import io.github.espial.observe.Claim;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.IkeExchange;
import io.github.espial.observe.Observations;
import io.github.espial.observe.PointTally;
import io.github.espial.observe.RouterOffer;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Talk;
import java.util.List;
import java.util.stream.Stream;

/** The facts of a whole case, read out of {@link Observations} once. */
public record Facts(
        List<Talk> ipsec,
        List<Talk> plain,
        List<SaTalk> sas,
        List<Claim> claims,
        List<IkeExchange> ike,
        List<IcmpNotice> notices,
        List<RouterOffer> offers,
        List<PointTally> points) {
    public static Facts of(Observations seen) {
        return new Facts(
                seen.ipsecTalks(),
                seen.plainTalks(),
                seen.sas(),
                seen.claims(),
                seen.ikeExchanges(),
                seen.notices(),
                seen.offers(),
                seen.points());
    }

    /** Every IP packet that was seen, from host to host. */
    public Stream<Talk> talks() {
        return Stream.concat(ipsec.stream(), plain.stream());
    }
}

package io.github.espial.observe.tally;

import io.github.espial.observe.Claim;
import io.github.espial.observe.FactKind;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.IkeExchange;
import io.github.espial.observe.IkeMessage;
import io.github.espial.observe.L2tpTalk;
import io.github.espial.observe.RouterOffer;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Talk;
import java.util.List;

/**
 * All that observations tell, in values that can be compared.
 *
 * @param ipsecTalks IPsec from host to host
 * @param plainTalks other packets from host to host
 * @param sas packets of SAs
 * @param claims addresses claimed
 * @param l2tpTalks what L2TP tells
 * @param ikeExchanges how many IKE messages
 * @param ikeMessages their octets
 * @param notices ICMP errors and redirects
 * @param offers routes told by DHCP and routers
 * @param points interfaces
 * @param opaque what was not looked into
 * @param misfits what did not fit
 * @param sampled what was too much
 */
public record FactsInFull(
        List<Talk> ipsecTalks,
        List<Talk> plainTalks,
        List<SaTalk> sas,
        List<Claim> claims,
        List<IkeExchange> ikeExchanges,
        List<L2tpTalk> l2tpTalks,
        List<IkeMessage> ikeMessages,
        List<IcmpNotice> notices,
        List<RouterOffer> offers,
        List<PointTally> points,
        List<OpaqueTally> opaque,
        List<MisfitTally> misfits,
        List<FactKind> sampled) {

    /** The facts of {@code seen} as they are now. */
    public static FactsInFull of(Observations seen) {
        return new FactsInFull(
                seen.ipsecTalks(),
                seen.plainTalks(),
                seen.sas(),
                seen.claims(),
                seen.ikeExchanges(),
                seen.l2tpTalks(),
                seen.ikeMessages(),
                seen.notices(),
                seen.offers(),
                seen.points(),
                seen.opaque(),
                seen.misfits(),
                seen.sampled());
    }
}

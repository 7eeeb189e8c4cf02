package io.github.espial.diagnose.check;

import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * ICMP messages that say the same of several SAs: one thing to tell.
 *
 * @param sender who sent them, as the link shows it
 * @param address its address
 * @param type ICMP type
 * @param code ICMP code
 * @param gateway the next hop that a redirect names
 * @param mtu the fewest octets that they say the next link takes
 * @param span how many, and when
 * @param spis the SAs they quote, as far as they reach the SPI
 */
record NoticeGroup(
        Station sender,
        IpAddress address,
        int type,
        int code,
        Optional<IpAddress> gateway,
        OptionalLong mtu,
        Span span,
        List<Spi> spis) {
    NoticeGroup {
        spis = List.copyOf(spis);
    }

    static List<NoticeGroup> of(Stream<IcmpNotice> notices) {
        Map<List<Object>, NoticeGroup> groups = new LinkedHashMap<>();
        notices.forEach(notice -> groups.merge(
                List.of(notice.hop().source(), notice.sender(), notice.type(), notice.code(), notice.gateway()),
                new NoticeGroup(
                        new Station(notice.hop().source(), Optional.of(notice.sender())),
                        notice.sender(),
                        notice.type(),
                        notice.code(),
                        notice.gateway(),
                        notice.mtu(),
                        notice.span(),
                        notice.spi().stream().toList()),
                NoticeGroup::plus));
        return List.copyOf(groups.values());
    }

    private NoticeGroup plus(NoticeGroup other) {
        List<Spi> all = new ArrayList<>(spis);
        all.addAll(other.spis);
        return new NoticeGroup(
                sender,
                address,
                type,
                code,
                gateway,
                LongStream.concat(mtu.stream(), other.mtu.stream()).min(),
                span.plus(other.span),
                all.stream().distinct().sorted().toList());
    }
}

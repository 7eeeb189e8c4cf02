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
        Map<List<Object>, List<IcmpNotice>> groups = new LinkedHashMap<>();
        notices.forEach(notice -> groups.computeIfAbsent(
                        List.of(notice.hop().source(), notice.sender(), notice.type(), notice.code(), notice.gateway()),
                        key -> new ArrayList<>())
                .add(notice));
        return groups.values().stream().map(NoticeGroup::of).toList();
    }

    /** All at one go: forged ones are of tens of thousands of SAs. */
    private static NoticeGroup of(List<IcmpNotice> alike) {
        IcmpNotice first = alike.get(0);
        Span span = first.span();
        for (IcmpNotice notice : alike.subList(1, alike.size())) {
            span = span.plus(notice.span());
        }
        return new NoticeGroup(
                new Station(first.hop().source(), Optional.of(first.sender())),
                first.sender(),
                first.type(),
                first.code(),
                first.gateway(),
                alike.stream().flatMapToLong(notice -> notice.mtu().stream()).min(),
                span,
                alike.stream()
                        .flatMap(notice -> notice.spi().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }
}

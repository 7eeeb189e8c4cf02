package io.github.espial.context;

import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A connection security rule of Windows Vista and later, which becomes a policy for each pair of its networks.
 *
 * @param line number of the line it begins at, from 1
 * @param local networks as the rule has them: prefixes, ranges, or a word for any
 * @param remote the same of the other side
 * @param mode empty where not stated
 * @param action for packets that leave
 */
public record ConnectionRule(
        int line,
        List<String> local,
        List<String> remote,
        Optional<SaMode> mode,
        Optional<IpAddress> tunnelSource,
        Optional<IpAddress> tunnelDestination,
        Action action) {
    /** Networks of one side that are taken. */
    private static final int MOST = 1000;

    /** Keywords that stand for addresses of the moment: subnets, and servers of several kinds. */
    private static final Pattern KEYWORD = Pattern.compile(
            "(?:local|remote)?(?:subnet|intranet)[46]?|dns|dhcp|wins|defaultgateway|internet|playtodevice",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,20}|\\*");

    public ConnectionRule {
        local = List.copyOf(local);
        remote = List.copyOf(remote);
    }

    /** Adds a policy for each pair of networks, or says which of them are none. */
    public void add(ContextNotes notes) {
        List<IpPrefix> sources = prefixes(local, notes);
        List<IpPrefix> destinations = prefixes(remote, notes);
        for (IpPrefix source : anyOf(local, sources, destinations)) {
            for (IpPrefix destination : anyOf(remote, destinations, sources)) {
                if (source.address().version() == destination.address().version()) {
                    notes.add(new PolicyEntry(
                            line,
                            Selector.between(source, destination),
                            Way.OUT,
                            action,
                            tunnelSource,
                            tunnelDestination,
                            mode));
                }
            }
        }
    }

    private List<IpPrefix> prefixes(List<String> words, ContextNotes notes) {
        List<IpPrefix> prefixes = new ArrayList<>();
        for (String word : words.subList(0, Math.min(words.size(), MOST))) {
            Optional<IpPrefix> prefix = Words.addresses(word);
            if (prefix.isPresent()) {
                prefixes.add(prefix.get());
            } else if (!isAny(word)) {
                notes.problem(line, "a rule for what is no prefix: " + Shown.of(word));
            }
        }
        return prefixes;
    }

    /** A word for any stands for all addresses of the version of the other side. */
    private static List<IpPrefix> anyOf(List<String> words, List<IpPrefix> prefixes, List<IpPrefix> others) {
        if (words.stream().noneMatch(ConnectionRule::isAny)) {
            return prefixes;
        }
        List<IpPrefix> all = others.stream()
                .map(other -> IpPrefix.all(other.address().version()))
                .distinct()
                .toList();
        return all.isEmpty() ? List.of(IpPrefix.all(4)) : all;
    }

    private static boolean isAny(String word) {
        return WORD.matcher(word).matches() && !KEYWORD.matcher(word).matches();
    }
}

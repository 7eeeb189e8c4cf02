package io.github.espial.context.netsh;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.LabelledLine;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.SaCount;
import io.github.espial.context.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The statistics of IPsec that {@code netsh ipsec dynamic show stats} ends with: what all SAs together have protected
 * since the service began. Of what it says of IKE nothing is taken. In any language, for its 21 numbers stand in one order.
 */
public final class NetshStatistics implements ContextParser {
    private static final Pattern TITLE =
            Pattern.compile("(?=.*\\b(?:IP-?sec|IKE)\\b)\\p{L}[\\p{L} -]{4,60}", Pattern.CASE_INSENSITIVE);

    private static final Pattern IKE = Pattern.compile("\\bIKE\\b");

    /** Associations, keys, refused packets, then octets: confidential, authenticated, in transport mode, in tunnels. */
    private static final int NUMBERS = 21;

    /** That the statistics of IKE have as well, of which nothing is taken. */
    private static final int FEWEST = 15;

    private static final int CONFIDENTIAL_SENT = 11;
    private static final int AUTHENTICATED_SENT = 13;

    @Override
    public String kind() {
        return "netsh ipsec dynamic show stats";
    }

    @Override
    public Platform platform() {
        return Platform.WINDOWS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return Netsh.isDashes(lines.peek(1))
                && TITLE.matcher(lines.peek()).matches()
                && number(lines.peek(first(lines))).isPresent()
                && number(lines.peek(first(lines) + FEWEST - 1)).isPresent();
    }

    /** Where the numbers begin: some versions leave a line free before them. */
    private static int first(Lines lines) throws IOException {
        return lines.peek(2).isBlank() ? 3 : 2;
    }

    private static OptionalLong number(String line) {
        Optional<LabelledLine> read = LabelledLine.of(line);
        return read.isEmpty() ? OptionalLong.empty() : Words.count(read.get().value());
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        boolean isOfIke = IKE.matcher(lines.peek()).find();
        int titles = first(lines);
        for (int i = 0; i < titles; i++) {
            lines.next();
        }
        int line = lines.number();
        List<Long> numbers = new ArrayList<>();
        for (OptionalLong next = number(lines.peek()); next.isPresent(); next = number(lines.peek())) {
            numbers.add(next.getAsLong());
            lines.next();
        }
        if (isOfIke) {
            return;
        }
        if (numbers.size() != NUMBERS) {
            notes.problem(line, "statistics of " + numbers.size() + " numbers, of which the meaning is not known");
            return;
        }
        // What ESP encrypts is authenticated as well, or is not: the more of both is all that went.
        notes.add(new SaCount(
                line + CONFIDENTIAL_SENT,
                "all SAs of the machine",
                Optional.empty(),
                Optional.empty(),
                SaCount.BYTES,
                more(numbers, CONFIDENTIAL_SENT + 1, AUTHENTICATED_SENT + 1),
                more(numbers, CONFIDENTIAL_SENT, AUTHENTICATED_SENT)));
    }

    private static OptionalLong more(List<Long> numbers, int one, int other) {
        return OptionalLong.of(Math.max(numbers.get(one), numbers.get(other)));
    }
}

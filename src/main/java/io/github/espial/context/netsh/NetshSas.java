package io.github.espial.context.netsh;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.LabelledLine;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.PolicyEntry.Action;
import io.github.espial.context.PolicyEntry.Way;
import io.github.espial.context.Selector;
import io.github.espial.context.Words;
import io.github.espial.net.IpPrefix;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code netsh advfirewall monitor show mmsa} and {@code qmsa}: the local and the remote addresses come first. What is
 * shown of an SA of quick mode are the packets it is for; of its mode and tunnel nothing is. An SA of main mode protects
 * none, and is told by its pair of cookies.
 */
public final class NetshSas implements ContextParser {
    private static final Pattern TITLE = Pattern.compile("\\p{L}.{0,80}\\bSA\\b.{0,80}");
    private static final Pattern COOKIES = Pattern.compile("[0-9a-fA-F]{8,16}:[0-9a-fA-F]{8,16}");

    @Override
    public String kind() {
        return "netsh advfirewall monitor show mmsa|qmsa";
    }

    @Override
    public Platform platform() {
        return Platform.WINDOWS;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return Netsh.isDashes(lines.peek(1))
                && addresses(lines.peek(2)).isPresent()
                && addresses(lines.peek(3)).isPresent()
                && TITLE.matcher(lines.peek()).matches();
    }

    private static Optional<IpPrefix> addresses(String line) {
        return LabelledLine.of(line).flatMap(read -> Words.addresses(read.value()));
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int number = lines.number();
        lines.next();
        lines.next();
        Optional<IpPrefix> local = addresses(lines.next());
        Optional<IpPrefix> remote = addresses(lines.next());
        boolean isMainMode = false;
        for (Optional<LabelledLine> read = next(lines); read.isPresent(); read = next(lines)) {
            isMainMode |= COOKIES.matcher(read.get().value()).matches();
            lines.next();
        }
        if (!isMainMode && local.isPresent() && remote.isPresent()) {
            notes.add(new PolicyEntry(
                    number,
                    Selector.between(local.get(), remote.get()),
                    Way.OUT,
                    Action.PROTECT,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    private static Optional<LabelledLine> next(Lines lines) throws IOException {
        return LabelledLine.of(lines.peek());
    }
}

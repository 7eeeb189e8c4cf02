package io.github.espial.context.linux;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import io.github.espial.net.MacAddress;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code arp -n} of Linux, and {@code /proc/net/arp}, which it is made of. */
public final class LinuxArp implements ContextParser {
    private static final String IPV4 = "(\\d{1,3}(?:\\.\\d{1,3}){3})";
    private static final String MAC = "([0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5})";
    private static final Pattern HEADING = Pattern.compile(
            "Address\\s+HWtype\\s+HWaddress\\s+Flags Mask\\s+Iface\\s*|IP address\\s+HW type\\s+Flags\\s+HW address\\s+Mask\\s+Device\\s*");
    private static final Pattern ROW = Pattern.compile(IPV4 + "\\s+ether\\s+" + MAC + "\\s+([CMP!]+)\\s+(\\S+)\\s*");
    private static final Pattern INCOMPLETE = Pattern.compile(IPV4 + "\\s+\\(incomplete\\)\\s+(\\S+)\\s*");
    private static final Pattern KERNEL_ROW =
            Pattern.compile(IPV4 + "\\s+0x1\\s+(0x[0-9a-f]+)\\s+" + MAC + "\\s+\\*\\s+(\\S+)\\s*");

    /** Flags of a kernel's entry whose MAC is not known. */
    private static final String UNRESOLVED = "0x0";

    @Override
    public String kind() {
        return "arp -n";
    }

    @Override
    public Platform platform() {
        return Platform.LINUX;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return isRow(lines.peek())
                || (HEADING.matcher(lines.peek()).matches()
                        && (isRow(lines.peek(1))
                                || INCOMPLETE.matcher(lines.peek(1)).matches()));
    }

    private static boolean isRow(String line) {
        return ROW.matcher(line).matches() || KERNEL_ROW.matcher(line).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        if (HEADING.matcher(lines.peek()).matches()) {
            lines.next();
        }
        while (true) {
            int number = lines.number();
            Matcher row = ROW.matcher(lines.peek());
            Matcher kernelRow = KERNEL_ROW.matcher(lines.peek());
            Matcher incomplete = INCOMPLETE.matcher(lines.peek());
            if (row.matches()) {
                notes.addNeighbor(
                        number,
                        row.group(1),
                        Words.mac(row.group(2)),
                        Optional.of(row.group(4)),
                        Optional.of(row.group(3)));
            } else if (kernelRow.matches()) {
                boolean isResolved = !kernelRow.group(2).equals(UNRESOLVED);
                Optional<MacAddress> mac = Words.mac(kernelRow.group(3)).filter(any -> isResolved);
                notes.addNeighbor(
                        number,
                        kernelRow.group(1),
                        mac,
                        Optional.of(kernelRow.group(4)),
                        Optional.of(kernelRow.group(2)));
            } else if (incomplete.matches()) {
                notes.addNeighbor(
                        number,
                        incomplete.group(1),
                        Optional.empty(),
                        Optional.of(incomplete.group(2)),
                        Optional.of("incomplete"));
            } else {
                return;
            }
            lines.next();
        }
    }
}

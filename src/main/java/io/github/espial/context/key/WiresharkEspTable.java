package io.github.espial.context.key;

import io.github.espial.context.AddressPattern;
import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Wireshark's table of ESP SAs, the file {@code esp_sa} of a profile: IP version, source, destination, SPI, encryption
 * and its key, integrity and its key, and from version 4.2 on the width of sequence numbers.
 */
public final class WiresharkEspTable implements ContextParser {
    private static final Pattern LINE = Pattern.compile("\\s*\"IPv[46]\"\\s*,.*", Pattern.CASE_INSENSITIVE);
    private static final int LEAST_VALUES = 8;

    @Override
    public String kind() {
        return "Wireshark esp_sa";
    }

    @Override
    public Platform platform() {
        return Platform.ANY;
    }

    @Override
    public boolean recognises(Lines lines) throws IOException {
        return LINE.matcher(lines.peek()).matches();
    }

    @Override
    public void parse(Lines lines, ContextNotes notes) throws IOException {
        int line = lines.number();
        Optional<List<String>> values = TableLine.of(lines.next());
        if (values.isEmpty() || values.get().size() < LEAST_VALUES) {
            notes.problem(line, "expected 8 or 9 values of the ESP table");
            return;
        }
        SaDraft sa = new SaDraft(KeyDialect.WIRESHARK, line, notes);
        sa.protocol("esp");
        read(sa, line, values.get());
        sa.finish();
    }

    private static void read(SaDraft sa, int line, List<String> values) {
        int version = values.get(0).endsWith("4") ? 4 : 6;
        sa.source = address(sa, line, version, values.get(1));
        sa.destination = address(sa, line, version, values.get(2));
        sa.spi = Wildcards.spi(values.get(3));
        if (sa.spi.isEmpty()) {
            sa.refuse(line, "not an SPI");
        }
        sa.encryption = Optional.of(keyed(sa, line, "encryption", values.get(4), values.get(5)));
        sa.integrity = Optional.of(keyed(sa, line, "integrity", values.get(6), values.get(7)));
        if (values.size() > LEAST_VALUES) {
            sa.extendedSequenceNumbers = Optional.of(values.get(LEAST_VALUES).startsWith("64"));
        }
    }

    private static AddressPattern address(SaDraft sa, int line, int version, String text) {
        Optional<AddressPattern> address = Wildcards.address(version, text);
        if (address.isEmpty()) {
            sa.refuse(line, "not an address of IPv" + version);
        }
        return address.orElse(AddressPattern.any());
    }

    private static KeyedAlgorithm keyed(SaDraft sa, int line, String what, String name, String key) {
        return new KeyedAlgorithm(name, sa.key(line, what, key.isEmpty() ? "0x" : key), OptionalInt.empty());
    }
}

package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Wireshark's table of IKEv2 SAs, the file {@code ikev2_decryption_table} of a profile: SPIs, SK_ei, SK_er, encryption,
 * SK_ai, SK_ar, integrity.
 */
public final class Ikev2DecryptionTable implements ContextParser {
    private static final Pattern LINE = Pattern.compile("\\s*[0-9a-fA-F]{16}\\s*,\\s*[0-9a-fA-F]{16}\\s*,.*,\\s*\".*");
    private static final int VALUES = 8;

    @Override
    public String kind() {
        return "Wireshark ikev2_decryption_table";
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
        Optional<List<String>> row = TableLine.of(lines.next());
        if (row.isEmpty() || row.get().size() != VALUES) {
            notes.problem(line, "expected " + VALUES + " values of the IKEv2 table");
            return;
        }
        List<String> values = row.get();
        try {
            notes.add(new IkeKeyEntry.Version2(
                    KeyDialect.WIRESHARK,
                    line,
                    OptionalLong.of(Long.parseUnsignedLong(values.get(0), 16)),
                    OptionalLong.of(Long.parseUnsignedLong(values.get(1), 16)),
                    new IkeKeyEntry.Algorithms(values.get(4), Optional.of(values.get(7)), Optional.empty()),
                    Optional.empty(),
                    new IkeKeyEntry.Side(Secret.ofHex(values.get(2)), Secret.ofHex(values.get(5))),
                    new IkeKeyEntry.Side(Secret.ofHex(values.get(3)), Secret.ofHex(values.get(6)))));
        } catch (IllegalArgumentException wrong) {
            notes.problem(line, "a key of the IKEv2 table is " + wrong.getMessage());
        }
    }
}

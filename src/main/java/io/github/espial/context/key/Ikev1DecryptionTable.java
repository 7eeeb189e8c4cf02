package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.ContextParser;
import io.github.espial.context.IkeKeyEntry;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.Lines;
import io.github.espial.context.Platform;
import io.github.espial.context.Secret;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Wireshark's table of IKEv1 SAs, the file {@code ikev1_decryption_table} of a profile: initiator's cookie, key. */
public final class Ikev1DecryptionTable implements ContextParser {
    private static final Pattern LINE =
            Pattern.compile("\\s*\"?([0-9a-fA-F]{16})\"?\\s*,\\s*\"?((?:[0-9a-fA-F]{2}){8,64})\"?\\s*");

    @Override
    public String kind() {
        return "Wireshark ikev1_decryption_table";
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
        Matcher row = LINE.matcher(lines.next());
        if (row.matches()) {
            notes.add(new IkeKeyEntry.Version1(
                    KeyDialect.WIRESHARK,
                    line,
                    OptionalLong.of(Long.parseUnsignedLong(row.group(1), 16)),
                    Optional.empty(),
                    Secret.ofHex(row.group(2)),
                    Optional.empty(),
                    Optional.empty()));
        }
    }
}

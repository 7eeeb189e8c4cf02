package io.github.espial.report.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.espial.report.Printable;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes characters that are not for reading as their code.
 *
 * <p>To a JSON parser both are the same; to a terminal that shows the report they are not, and JSON itself demands it of
 * C0 only (RFC 8259 §7).
 */
final class CharactersForReading extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final int DELETE = 0x7f;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] escapes = standardAsciiEscapesForJSON();
        escapes[DELETE] = ESCAPE_STANDARD;
        return escapes;
    }

    /** Halves of surrogate pairs pass: only the encoder knows whether the other half follows. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return Printable.isReadable(character) || Character.isSurrogate((char) character)
                ? null
                : new SerializedString("\\u" + HexFormat.of().toHexDigits((char) character));
    }
}

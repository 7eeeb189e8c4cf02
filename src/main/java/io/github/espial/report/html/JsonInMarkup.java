package io.github.espial.report.html;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Escapes of JSON that stands in a script element. What could end the element, or begin a comment in it, is written as its
 * code (HTML Standard §4.12.1.3); so are the two line ends that JSON allows in strings and old scripts do not.
 */
public final class JsonInMarkup extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] escapes = standardAsciiEscapesForJSON();
        for (char character : "<>&'".toCharArray()) {
            escapes[character] = ESCAPE_STANDARD;
        }
        return escapes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        boolean isLineEnd = character == 0x2028 || character == 0x2029;
        return isLineEnd ? new SerializedString("\\u" + HexFormat.of().toHexDigits((char) character)) : null;
    }
}

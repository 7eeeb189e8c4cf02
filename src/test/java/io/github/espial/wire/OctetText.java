package io.github.espial.wire;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Test vectors as text: hexadecimal digits, one field a line, with what it means after two spaces. */
public final class OctetText {
    private OctetText() {}

    /** The octets of {@code annotated}, such as {@code "c0ffee01  SPI"}, without the annotations. */
    public static byte[] octets(String annotated) {
        String digits = annotated
                .lines()
                .map(line -> line.strip().split(" {2}", 2)[0].replace(" ", ""))
                .collect(Collectors.joining());
        return HexFormat.of().parseHex(digits);
    }

    /** The same, as a big-endian buffer. */
    public static ByteBuffer buffer(String annotated) {
        return ByteBuffer.wrap(octets(annotated));
    }
}

package io.github.espial.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The octets of a source as a stream, for those who read text. Closing it leaves the source open. */
public final class OctetStream extends InputStream {
    private final OctetSource octets;

    public OctetStream(OctetSource octets) {
        this.octets = octets;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = octets.read(ByteBuffer.wrap(into, start, length));
        return read > 0 ? read : -1;
    }
}

package io.github.espial.observe.table;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What was written to a file, read back. */
public final class Reread {
    private Reread() {}

    /** What {@code part} writes, read into {@code fresh}. */
    public static <T extends Mergeable<T>> T of(T part, T fresh) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        part.write(new FieldWriter(octets));
        FieldReader reader = new FieldReader(ByteBuffer.wrap(octets.toByteArray()));
        fresh.read(reader);
        reader.end();
        return fresh;
    }
}

package io.github.espial.store;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Octets compressed for tests. */
public final class Packed {
    private Packed() {}

    /** Octets of which about half can be compressed. */
    static byte[] sample(int length) {
        byte[] octets = new byte[length];
        Random random = new Random(1);
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) (i % 64 < 32 ? i : random.nextInt());
        }
        return octets;
    }

    /** One member, frame or stream; several {@code parts} make several. */
    public static byte[] of(Compression compression, byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            try (OutputStream packing = packing(compression, one)) {
                packing.write(part);
            }
            all.writeBytes(one.toByteArray());
        }
        return all.toByteArray();
    }

    private static OutputStream packing(Compression compression, OutputStream out) throws IOException {
        return switch (compression) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out);
            case ZSTD -> new ZstdOutputStream(out).setChecksum(true);
            case LZ4 -> new FramedLZ4CompressorOutputStream(out);
            case BZIP2 -> new BZip2CompressorOutputStream(out, 1);
            case XZ -> new XZOutputStream(out, new LZMA2Options(1));
        };
    }
}

package io.github.espial.spark.hadoop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;

/**
 * The octets of small files that were read last: a case is looked at several times before and while it is read, and every
 * opening of an object in a store is a request. Thread-safe.
 */
final class SmallFiles {
    /** Octets of the largest file that is kept: a dozen requests take as long as reading this much. */
    static final int LARGEST = 4 << 20;

    /** Octets of all that are kept. */
    private static final int ALL = 32 << 20;

    private final Map<String, byte[]> octets = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /** What a file held when it was as {@code status} tells; empty where that is not known any more. */
    synchronized Optional<byte[]> of(FileStatus status) {
        return Optional.ofNullable(octets.get(key(status)));
    }

    synchronized void keep(FileStatus status, byte[] read) {
        byte[] before = octets.put(key(status), read);
        held += read.length - (before == null ? 0 : before.length);
        var oldest = octets.entrySet().iterator();
        while (held > ALL && oldest.hasNext()) {
            held -= oldest.next().getValue().length;
            oldest.remove();
        }
    }

    private static String key(FileStatus status) {
        return status.getPath() + " " + status.getLen() + " " + status.getModificationTime();
    }
}

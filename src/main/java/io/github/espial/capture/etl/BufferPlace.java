package io.github.espial.capture.etl;

/**
 * A buffer and where it is.
 *
 * @param offset of the buffer in the file
 * @param startStamp stamp of its first event that has one
 */
record BufferPlace(long offset, BufferHeader header, long startStamp) implements Comparable<BufferPlace> {
    @Override
    public int compareTo(BufferPlace other) {
        int byStamp = Long.compare(startStamp, other.startStamp);
        return byStamp != 0 ? byStamp : Long.compare(offset, other.offset);
    }
}

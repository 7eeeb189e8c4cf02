package io.github.espial.store;

/**
 * A file in a ZIP archive, as the central directory tells of it (APPNOTE 6.3.10 §4.3.12).
 *
 * @param name path inside the archive, as a stranger wrote it: nothing is ever written there
 * @param method how it is compressed: 0 not at all, 8 deflated, others as §4.4.5 lists them
 * @param isEncrypted whether a password is needed
 * @param compressedSize octets in the archive
 * @param size octets when unpacked
 * @param crc32 of the member when unpacked
 * @param headerOffset octets from the start of the archive to the member's own header
 */
public record ZipMember(
        String name, int method, boolean isEncrypted, long compressedSize, long size, long crc32, long headerOffset) {}

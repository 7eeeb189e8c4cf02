package io.github.espial.capture;

import io.github.espial.store.Compression;
import java.util.Optional;

/**
 * The file or stream that a capture was read from.
 *
 * @param format as recognised by its content
 * @param compression of the whole
 * @param bytes octets of the file as stored
 * @param sha256 of the file as stored, 64 hexadecimal digits; absent when the file changed while it was read
 */
public record CaptureFile(FormatName format, Compression compression, long bytes, Optional<String> sha256) {}

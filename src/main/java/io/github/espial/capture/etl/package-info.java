/**
 * Windows event traces: the packets that {@code netsh trace} and {@code pktmon} log in {@code .etl} files.
 *
 * <p>A trace is a row of buffers (WMI_BUFFER_HEADER), each filled by one processor with events of any kind. Packets are
 * the payload of some of them. No one document describes the file; what is relied on is said where it is relied on.
 */
@NullMarked
package io.github.espial.capture.etl;

import org.jspecify.annotations.NullMarked;

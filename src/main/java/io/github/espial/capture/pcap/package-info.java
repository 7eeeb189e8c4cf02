/** The pcap format (draft-ietf-opsawg-pcap). */
@NullMarked
package io.github.espial.capture.pcap;

import org.jspecify.annotations.NullMarked;

package io.github.espial.correlate.align;

import io.github.espial.esp.Layout;
import java.util.List;

/**
 * What the transforms that are in use add to a packet. Transforms that add the same are one layout: lengths cannot tell
 * AES-GCM-16 from ChaCha20-Poly1305.
 */
final class Layouts {
    /** The commonest first: of those that explain the same packets, the first is taken. */
    static final List<Layout> ALL = List.of(
            // AES-GCM-16 (RFC 4106), ChaCha20-Poly1305 (RFC 7634)
            new Layout(8, 4, 16),
            // AES-CBC with HMAC-SHA1-96 (RFC 2404), HMAC-SHA2-256-128, -384-192, -512-256 (RFC 4868)
            new Layout(16, 16, 12),
            new Layout(16, 16, 16),
            new Layout(16, 16, 24),
            new Layout(16, 16, 32),
            // 3DES-CBC (RFC 2451) with the same
            new Layout(8, 8, 12),
            new Layout(8, 8, 16),
            new Layout(8, 8, 24),
            new Layout(8, 8, 32),
            // AES-GCM-12, AES-CTR with HMAC-SHA1-96 (RFC 3686); AES-GCM-8; AES-CTR with longer ICVs
            new Layout(8, 4, 12),
            new Layout(8, 4, 8),
            new Layout(8, 4, 24),
            new Layout(8, 4, 32),
            // AES-GCM where an engine pads to whole blocks
            new Layout(8, 16, 16),
            // NULL with HMAC-SHA1-96 (RFC 2410); with the longer ones it is as AES-GCM-8 and -16
            new Layout(0, 4, 12),
            // without integrity
            new Layout(16, 16, 0),
            new Layout(8, 8, 0));

    private Layouts() {}

    /**
     * The least inner length that {@code layout} makes {@code espLength} octets of, which may be negative; so do as many
     * lengths from there on as the layout's alignment has octets.
     */
    static int leastInner(Layout layout, int espLength) {
        return espLength - layout.shortestEsp() - 1;
    }
}

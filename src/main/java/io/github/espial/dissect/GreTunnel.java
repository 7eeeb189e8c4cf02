package io.github.espial.dissect;

import io.github.espial.net.EtherTypes;
import io.github.espial.wire.ErspanView;
import io.github.espial.wire.EthernetView;
import io.github.espial.wire.GreView;
import java.nio.ByteBuffer;

/**
 * GRE (RFC 2784), also with a key (NVGRE, RFC 7637), with frames that a switch mirrored (ERSPAN, draft-foschiano-erspan),
 * and in UDP (RFC 8086). Not thread-safe.
 */
final class GreTunnel implements Tunnel {
    private final GreView gre = new GreView();
    private final ErspanView erspan = new ErspanView();
    private int carried;
    private int start;
    private int length;

    @Override
    public boolean read(ByteBuffer octets, int greStart, int greLength) {
        if (!gre.wrap(octets, greStart, greLength)) {
            return false;
        }
        carried = gre.protocol();
        start = gre.payloadStart();
        length = gre.payloadLength();
        // Type I has neither a sequence number nor a header.
        boolean isMirrored = carried == EtherTypes.MIRRORED_ETHERNET_3
                || (carried == EtherTypes.MIRRORED_ETHERNET && gre.hasSequenceNumber());
        if (isMirrored) {
            return readMirrored(octets);
        }
        if (carried == EtherTypes.MIRRORED_ETHERNET) {
            carried = EtherTypes.BRIDGED_ETHERNET;
        }
        return carried != EtherTypes.BRIDGED_ETHERNET || length >= EthernetView.HEADER_LENGTH;
    }

    private boolean readMirrored(ByteBuffer octets) {
        if (!erspan.wrap(octets, start, length)) {
            return false;
        }
        start = erspan.payloadStart();
        length = erspan.payloadLength();
        carried = EtherTypes.BRIDGED_ETHERNET;
        if (!erspan.isPacket()) {
            return length >= EthernetView.HEADER_LENGTH;
        }
        carried = length > 0 && octets.get(start) >>> 4 == 4 ? EtherTypes.IPV4 : EtherTypes.IPV6;
        return length > 0;
    }

    @Override
    public int carried() {
        return carried;
    }

    @Override
    public int network() {
        return 0;
    }

    @Override
    public int carriedStart() {
        return start;
    }

    @Override
    public int carriedLength() {
        return length;
    }
}

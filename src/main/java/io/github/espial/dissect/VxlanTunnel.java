package io.github.espial.dissect;

import io.github.espial.net.EtherTypes;
import io.github.espial.wire.EthernetView;
import io.github.espial.wire.VxlanView;
import java.nio.ByteBuffer;

/** VXLAN (RFC 7348). Not thread-safe. */
final class VxlanTunnel implements Tunnel {
    private final VxlanView vxlan = new VxlanView();

    @Override
    public boolean read(ByteBuffer octets, int start, int length) {
        return vxlan.wrap(octets, start, length) && vxlan.payloadLength() >= EthernetView.HEADER_LENGTH;
    }

    @Override
    public int carried() {
        return EtherTypes.BRIDGED_ETHERNET;
    }

    @Override
    public int network() {
        return vxlan.networkId();
    }

    @Override
    public int carriedStart() {
        return vxlan.payloadStart();
    }

    @Override
    public int carriedLength() {
        return vxlan.payloadLength();
    }
}
